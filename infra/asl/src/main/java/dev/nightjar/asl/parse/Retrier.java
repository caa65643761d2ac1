package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One element of Retry (specification, "Retrying after error"). Immutable.
 *
 * @param pointer JSON pointer of the element
 * @param maxDelaySeconds longest interval, or null
 * @param fullJitter whether JitterStrategy is FULL
 */
public record Retrier(
        String pointer,
        List<String> errorEquals,
        int intervalSeconds,
        int maxAttempts,
        double backoffRate,
        @Nullable Integer maxDelaySeconds,
        boolean fullJitter) {

    public Retrier {
        requireNonNull(pointer, "pointer is null");
        errorEquals = List.copyOf(errorEquals);
    }

    /**
     * Seconds to wait before a retry, without jitter.
     *
     * @param earlier how often this element has retried before
     */
    public double delaySeconds(int earlier) {
        double delay = intervalSeconds * Math.pow(backoffRate, earlier);
        return maxDelaySeconds == null ? delay : Math.min(delay, maxDelaySeconds);
    }
}
