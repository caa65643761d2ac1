package dev.nightjar.aws.s3;

import dev.nightjar.aws.localstack.LocalStack;
import dev.nightjar.core.store.KeyRulesContract;
import dev.nightjar.core.store.ObjectStore;

/** The contract of every store, kept by S3's stand-in. */
final class S3StoreContractTest extends KeyRulesContract {
    @Override
    protected ObjectStore emptyStore() {
        LocalStack aws = LocalStack.shared();
        return S3Store.at("s3://" + aws.newBucket(), aws.s3());
    }
}
