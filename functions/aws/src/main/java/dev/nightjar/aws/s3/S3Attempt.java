package dev.nightjar.aws.s3;

import dev.nightjar.core.error.Transient;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;

/**
 * What was asked of S3, for saying why it failed and whether trying again may help. The SDK has
 * tried again already.
 *
 * @param verb such as {@code read}
 * @param address the object or prefix
 * @param right that the call needs, as IAM names it
 */
record S3Attempt(String verb, String address, String right, String bucket) {
    private static final int MOVED = 301;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final String REGION = "x-amz-bucket-region";

    /** Reading also of what may be absent. */
    static S3Attempt read(S3Address store, String key) {
        return new S3Attempt(
                "read",
                store.of(key),
                "s3:GetObject on it or, if it may be absent, s3:ListBucket on the bucket: without"
                        + " that S3 answers 403 for an absent key",
                store.bucket());
    }

    static S3Attempt write(S3Address store, String key) {
        return new S3Attempt("write", store.of(key), "s3:PutObject on it", store.bucket());
    }

    static S3Attempt delete(S3Address store, String key) {
        return new S3Attempt("delete", store.of(key), "s3:DeleteObject on it", store.bucket());
    }

    static S3Attempt list(S3Address store, String prefix) {
        return new S3Attempt(
                "list",
                store.of(prefix) + "*",
                "s3:ListBucket on the bucket for this prefix",
                store.bucket());
    }

    /** The failure as the ports name it. */
    RuntimeException failure(SdkException e) {
        return e instanceof AwsServiceException answer ? answered(answer) : unanswered(e);
    }

    private RuntimeException answered(AwsServiceException e) {
        if (passes(e)) {
            return new Transient(cannot("S3 answered " + said(e)), e);
        }
        String code = code(e);
        if ("NoSuchBucket".equals(code)) {
            return fatal("there is no bucket " + bucket, e);
        }
        Optional<String> region = otherRegion(e);
        if (region.isPresent()) {
            return fatal(
                    "the bucket %s is in %s; set AWS_REGION to it".formatted(bucket, region.get()),
                    e);
        }
        if ("AccessDenied".equals(code)) {
            return denied(e);
        }
        return fatal("S3 answered " + said(e), e);
    }

    private static boolean passes(AwsServiceException e) {
        return e.statusCode() >= SERVER_ERROR
                || e.statusCode() == TOO_MANY
                || e.statusCode() == CONFLICT
                || e.isThrottlingException()
                || "RequestTimeout".equals(code(e));
    }

    private static Optional<String> otherRegion(AwsServiceException e) {
        boolean elsewhere =
                e.statusCode() == MOVED
                        || "AuthorizationHeaderMalformed".equals(code(e))
                        || "IllegalLocationConstraintException".equals(code(e));
        return Optional.ofNullable(e.awsErrorDetails())
                .filter(_ -> elsewhere)
                .flatMap(details -> details.sdkHttpResponse().firstMatchingHeader(REGION));
    }

    private UncheckedIOException denied(AwsServiceException e) {
        String reason = "S3 answered " + said(e) + ". Needed is " + right;
        return new UncheckedIOException(
                "Access denied: cannot " + verb + " " + address + ": " + reason,
                (IOException) new AccessDeniedException(address, null, reason).initCause(e));
    }

    private RuntimeException unanswered(SdkException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unable to load credentials")) {
            return fatal("no AWS credentials were found; sign in, or set AWS_PROFILE", e);
        }
        if (e instanceof AbortedException) {
            return new Transient("Interrupted while trying to " + verb + " " + address, e);
        }
        boolean passes =
                e.retryable()
                        || e instanceof ApiCallTimeoutException
                        || e instanceof ApiCallAttemptTimeoutException
                        || broke(e);
        return passes ? new Transient(cannot(message), e) : fatal(message, e);
    }

    /** Whether the connection failed. */
    private static boolean broke(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private UncheckedIOException fatal(String reason, SdkException e) {
        return new UncheckedIOException(cannot(reason), new IOException(reason, e));
    }

    private String cannot(String reason) {
        return "Cannot " + verb + " " + address + ": " + reason;
    }

    private static String said(AwsServiceException e) {
        String message = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return (e.statusCode() + " " + code(e)).strip() + (message == null ? "" : ", " + message);
    }

    private static String code(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }
}
