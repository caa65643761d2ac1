package dev.nightjar.aws.account;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.client.CallFailure;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers what {@code doctor} asks of an account. Each answer is one or few calls that change
 * nothing. What cannot be asked is thrown as {@link dev.nightjar.core.error.Transient} or {@link
 * java.io.UncheckedIOException}, with a sentence that names the action.
 */
public final class AccountFacts {
    private static final int NOT_FOUND = 404;

    /** The condition with which a bucket's policy tells an unconditional write. */
    private static final String UNCONDITIONAL = "s3:if-none-match";

    private final Account account;

    /** Facts of the account. */
    public AccountFacts(Account account) {
        this.account = requireNonNull(account, "account is null");
    }

    /** Who asks. */
    public Identity identity() {
        return asked(
                "sts:GetCallerIdentity",
                () -> {
                    GetCallerIdentityResponse answer =
                            client("STS", StsClient.builder()).getCallerIdentity();
                    return new Identity(answer.account(), answer.arn(), date(answer));
                });
    }

    private static @Nullable Instant date(GetCallerIdentityResponse answer) {
        return answer.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                .map(ZonedDateTime::toInstant)
                .orElse(null);
    }

    /** What the bucket is like. */
    public BucketFacts bucket(String name) {
        S3Client s3 = account.made(account::s3);
        return asked(
                "s3:ListBucket of " + name,
                () -> {
                    HeadBucketResponse head = s3.headBucket(ask -> ask.bucket(name));
                    return new BucketFacts(
                            String.valueOf(head.bucketRegion()),
                            s3.getBucketVersioning(ask -> ask.bucket(name)).status()
                                    == BucketVersioningStatus.ENABLED,
                            guarded(s3, name));
                });
    }

    private static @Nullable Boolean guarded(S3Client s3, String bucket) {
        try {
            return refusesUnconditionalWrites(
                    Json.parse(s3.getBucketPolicy(ask -> ask.bucket(bucket)).policy()));
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
                return false;
            }
            if (CallFailure.isDenied(refused)) {
                return null;
            }
            throw refused;
        }
    }

    private static boolean refusesUnconditionalWrites(JsonNode policy) {
        for (JsonNode statement : policy.path("Statement")) {
            boolean denies = statement.path("Effect").asString("").equals("Deny");
            if (denies && statement.path("Condition").toString().contains(UNCONDITIONAL)) {
                return true;
            }
        }
        return false;
    }

    /** How many functions the account may run at once in the region. */
    public int functionsAtOnce() {
        return asked(
                "lambda:GetAccountSettings",
                () ->
                        client("LAMBDA", LambdaClient.builder())
                                .getAccountSettings()
                                .accountLimit()
                                .concurrentExecutions());
    }

    /** The names of the region's state machines. */
    public Set<String> stateMachines() {
        return asked(
                "states:ListStateMachines",
                () ->
                        client("SFN", SfnClient.builder())
                                .listStateMachinesPaginator()
                                .stateMachines()
                                .stream()
                                .map(StateMachineListItem::name)
                                .collect(Collectors.toSet()));
    }

    private <
                    B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>,
                    C extends SdkAutoCloseable>
            C client(String service, B builder) {
        return account.made(() -> account.client(service, builder));
    }

    private static <T> T asked(String deed, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw String.valueOf(failure.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .startsWith("unable to load credentials")
                    ? new NoCredentials(failure)
                    : CallFailure.of(deed, failure);
        }
    }
}
