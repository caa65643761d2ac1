package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * {@code outcome.json}: created once by the step that decides it.
 *
 * @param model the version released, rejected or scored with
 */
public record OutcomeRecord(RunId run, Outcome outcome, @Nullable String model, Instant at) {
    public OutcomeRecord {
        requireNonNull(run, "run is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(at, "at is null");
    }
}
