package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person said that a failure without a run needs nobody any more. Of one try: when the execution
 * is redriven and fails again, that needs a person again.
 *
 * @param execution ARN
 * @param by who said so
 * @param why in their words, not blank
 */
public record UnclaimedDismissal(String execution, String by, String why, Instant at) {
    public UnclaimedDismissal {
        requireNonNull(execution, "execution is null");
        requireNonNull(by, "by is null");
        if (why.isBlank()) {
            throw new IllegalArgumentException("why is blank");
        }
        requireNonNull(at, "at is null");
    }
}
