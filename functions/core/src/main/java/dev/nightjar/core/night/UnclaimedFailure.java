package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorClass;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What failed in an execution that never had a run, because it claimed no slot.
 *
 * @param execution ARN
 * @param slot as the execution's input spells it, or null when that names none
 * @param state the state that failed
 * @param component storage, database, network, permission, memory, time, or null
 */
public record UnclaimedFailure(
        String execution,
        @Nullable String slot,
        String state,
        String error,
        ErrorClass errorClass,
        String cause,
        @Nullable String component,
        Instant at) {
    public UnclaimedFailure {
        requireNonNull(execution, "execution is null");
        requireNonNull(state, "state is null");
        requireNonNull(error, "error is null");
        requireNonNull(errorClass, "errorClass is null");
        requireNonNull(cause, "cause is null");
        requireNonNull(at, "at is null");
    }
}
