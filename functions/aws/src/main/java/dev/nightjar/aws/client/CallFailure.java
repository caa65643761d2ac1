package dev.nightjar.aws.client;

import dev.nightjar.core.error.Transient;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a failed call to AWS means to a step: whether trying it again can help. */
public final class CallFailure {
    private static final int SERVER_FAULT = 500;

    private CallFailure() {}

    /**
     * The exception to throw.
     *
     * @param deed what was tried, as the action with what it was tried on
     * @return {@link Transient} for throttling, faults of the service and of the network; {@link
     *     UncheckedIOException} for all that stays as it is until a person mends it
     */
    public static RuntimeException of(String deed, SdkException failure) {
        String sentence = deed + ": " + reason(failure);
        return passes(failure)
                ? new Transient(sentence, failure)
                : new UncheckedIOException(sentence, new IOException(failure));
    }

    /** Whether the service refuses because of missing rights. */
    public static boolean isDenied(AwsServiceException failure) {
        return failure.awsErrorDetails() != null
                && failure.awsErrorDetails().errorCode().startsWith("AccessDenied");
    }

    private static boolean passes(SdkException failure) {
        return switch (failure) {
            case AwsServiceException answered ->
                    answered.isThrottlingException() || answered.statusCode() >= SERVER_FAULT;
            case ApiCallTimeoutException _ -> true;
            case ApiCallAttemptTimeoutException _ -> true;
            case SdkClientException unanswered -> unanswered.getCause() instanceof IOException;
            default -> false;
        };
    }

    private static String reason(SdkException failure) {
        if (failure instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
            return answered.awsErrorDetails().errorCode()
                    + ", "
                    + answered.awsErrorDetails().errorMessage();
        }
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Unable to load credentials")
                ? "no AWS credentials were found; sign in, or set AWS_PROFILE"
                : message;
    }
}
