package dev.nightjar.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.s3.S3Store;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the environment of a function says.
 *
 * @param store {@code NIGHTJAR_STORE}: a folder, or {@code s3://<bucket>[/<prefix>]}
 * @param signingKey {@code NIGHTJAR_SIGNING_KEY}: ARN of a KMS key, or null
 * @param trustedKeys {@code NIGHTJAR_TRUSTED_KEYS}: ARNs or aliases of KMS keys, by commas
 * @param topics {@code NIGHTJAR_TOPIC_HIGH}, {@code NIGHTJAR_TOPIC_LOW}: ARNs of SNS topics by
 *     service level
 * @param logGroup {@code AWS_LAMBDA_LOG_GROUP_NAME}: where Lambda puts this function's log lines,
 *     or null
 */
record Settings(
        String store,
        @Nullable String signingKey,
        List<String> trustedKeys,
        Map<String, String> topics,
        @Nullable String logGroup) {
    static final String STORE = "NIGHTJAR_STORE";
    static final String SIGNING_KEY = "NIGHTJAR_SIGNING_KEY";
    static final String TRUSTED_KEYS = "NIGHTJAR_TRUSTED_KEYS";
    static final String TOPIC_HIGH = "NIGHTJAR_TOPIC_HIGH";
    static final String TOPIC_LOW = "NIGHTJAR_TOPIC_LOW";
    static final String LOG_GROUP = "AWS_LAMBDA_LOG_GROUP_NAME";

    Settings {
        requireNonNull(store, "store is null");
        trustedKeys = List.copyOf(trustedKeys);
        topics = Map.copyOf(topics);
    }

    /**
     * The settings of an environment.
     *
     * @throws IllegalStateException naming the variable that lacks or cannot be understood
     */
    static Settings of(Map<String, String> environment) {
        String store = value(environment, STORE);
        if (store == null) {
            throw new IllegalStateException(
                    STORE + " names no store; set it to s3://<bucket> or to a folder");
        }
        return new Settings(
                store,
                keyArn(value(environment, SIGNING_KEY)),
                list(value(environment, TRUSTED_KEYS)),
                topics(environment),
                value(environment, LOG_GROUP));
    }

    /** Whether the store is a bucket. */
    boolean isDeployed() {
        return S3Store.isAddress(store);
    }

    private static @Nullable String keyArn(@Nullable String key) {
        if (key != null && !key.startsWith("arn:")) {
            throw new IllegalStateException(
                    SIGNING_KEY
                            + " is '"
                            + key
                            + "'; it must be the ARN of a key, by which others find its public half");
        }
        return key;
    }

    private static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    private static Map<String, String> topics(Map<String, String> environment) {
        Map<String, String> topics = new LinkedHashMap<>();
        String high = value(environment, TOPIC_HIGH);
        if (high != null) {
            topics.put("high", high);
        }
        String low = value(environment, TOPIC_LOW);
        if (low != null) {
            topics.put("low", low);
        }
        return topics;
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
