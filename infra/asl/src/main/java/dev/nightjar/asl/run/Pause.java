package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A state waits before it goes on.
 *
 * @param stateName that state
 * @param left how long from now; not below zero
 * @param retry what the pause comes before; null for a Wait, and for the rest of a pause that began
 *     in another process
 */
public record Pause(String stateName, Duration left, @Nullable Retry retry) {

    /**
     * A retry that comes ("Retrying after an error", specification).
     *
     * @param number of this retry by its retrier, from 1
     * @param most MaxAttempts of the retrier
     * @param error the name of the error
     */
    public record Retry(int number, int most, String error) {
        public Retry {
            requireNonNull(error, "error is null");
        }
    }

    public Pause {
        requireNonNull(stateName, "stateName is null");
        left = left.isNegative() ? Duration.ZERO : left;
    }
}
