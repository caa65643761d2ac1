package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

/**
 * Waits (specification, "Wait State").
 *
 * @param until seconds, or a timestamp
 * @param timestamp whether {@code until} is Timestamp, not Seconds
 */
public record WaitState(Common common, Template until, boolean timestamp) implements State {
    public WaitState {
        requireNonNull(common, "common is null");
        requireNonNull(until, "until is null");
    }
}
