package dev.nightjar.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

import java.util.List;

/**
 * The bucket that holds the whole store, and below {@code data/} what the pipelines read. It stays
 * when the stack goes. Nothing in it expires but what was overwritten and what was never finished:
 * age is a matter of whole slots, which a lifecycle rule does not know.
 */
final class StoreBucket extends Construct {
    private static final double OVERWRITTEN_DAYS = 30;

    private final Bucket bucket;

    StoreBucket(Construct scope, String id) {
        super(scope, id);
        bucket =
                Bucket.Builder.create(this, "Bucket")
                        .versioned(true)
                        // S3's own key: a key of ours would cost a call for each of 10,000 shards.
                        .encryption(BucketEncryption.S3_MANAGED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .lifecycleRules(List.of(unfinished(), overwritten()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        bucket.addToResourcePolicy(GuardedKeys.refusal(bucket));
        NagSuppressions.addResourceSuppressions(
                bucket,
                List.of(
                        NagPackSuppression.builder()
                                .id("AwsSolutions-S1")
                                .reason(
                                        "Access logs would need a second bucket that has none"
                                                + " itself. Who wrote what is in the store: claims,"
                                                + " receipts and journal name the run of every"
                                                + " object, each is created once, and versioning"
                                                + " keeps what is replaced. Reads are a matter of"
                                                + " CloudTrail's data events, which belong to the"
                                                + " account.")
                                .build()));
    }

    Bucket bucket() {
        return bucket;
    }

    private static LifecycleRule unfinished() {
        return LifecycleRule.builder()
                .id("AbortUnfinishedUploads")
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    private static LifecycleRule overwritten() {
        return LifecycleRule.builder()
                .id("ExpireNoncurrentVersions")
                .noncurrentVersionExpiration(Duration.days(OVERWRITTEN_DAYS))
                .build();
    }
}
