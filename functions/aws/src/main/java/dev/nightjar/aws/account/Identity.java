package dev.nightjar.aws.account;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Who asks, as AWS sees it (STS API reference, "GetCallerIdentity").
 *
 * @param account twelve digits
 * @param arn of the user or the session
 * @param answeredAt AWS's time of the answer, to the second, or null when it told none
 */
public record Identity(String account, String arn, @Nullable Instant answeredAt) {
    public Identity {
        requireNonNull(account, "account is null");
        requireNonNull(arn, "arn is null");
    }
}
