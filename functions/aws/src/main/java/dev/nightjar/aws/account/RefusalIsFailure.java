package dev.nightjar.aws.account;

import dev.nightjar.aws.client.CallFailure;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * A person is told which right is missing. To a function an execution that it may not see is one
 * that it does not know.
 */
final class RefusalIsFailure implements ExecutionInterceptor {
    @Override
    public Throwable modifyException(
            Context.FailedExecution failed, ExecutionAttributes attributes) {
        if (failed.exception() instanceof AwsServiceException refused
                && CallFailure.isDenied(refused)) {
            // Thrown, for what is returned must stay an answer of the service.
            throw SdkClientException.create(refused.awsErrorDetails().errorMessage(), refused);
        }
        return failed.exception();
    }
}
