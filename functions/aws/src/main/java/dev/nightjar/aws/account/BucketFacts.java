package dev.nightjar.aws.account;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a store's bucket is like.
 *
 * @param region where it is
 * @param versioned whether it keeps what was overwritten
 * @param guarded whether its policy refuses writes that would lose another's; null when the policy
 *     may not be read
 */
public record BucketFacts(String region, boolean versioned, @Nullable Boolean guarded) {
    public BucketFacts {
        requireNonNull(region, "region is null");
    }
}
