package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An attempt's claim of its slot; created once.
 *
 * @param execution the execution that holds the attempt
 * @param schedulerExecution id of the schedule's delivery, or null when a person started it
 */
public record Claim(
        RunId run,
        String execution,
        StartedBy startedBy,
        @Nullable String schedulerExecution,
        Instant at) {
    public Claim {
        requireNonNull(run, "run is null");
        requireNonNull(execution, "execution is null");
        requireNonNull(startedBy, "startedBy is null");
        requireNonNull(at, "at is null");
    }
}
