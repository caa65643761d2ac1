package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorClass;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What failed, in words that help the person who is called.
 *
 * @param state the state that failed
 * @param item its item, for Maps
 * @param component storage, database, network, permission, memory, time, or null
 * @param input key of what the step read, or null
 * @param log where the log lines of the run are
 */
public record FailureRecord(
        RunId run,
        int attempt,
        String state,
        @Nullable Integer item,
        String error,
        ErrorClass errorClass,
        String cause,
        @Nullable String component,
        @Nullable String input,
        @Nullable String log,
        Instant at) {
    public FailureRecord {
        requireNonNull(run, "run is null");
        requireNonNull(state, "state is null");
        requireNonNull(error, "error is null");
        requireNonNull(errorClass, "errorClass is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(at, "at is null");
    }
}
