package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What RecordFailure is asked, by a Catch or by the rule on failed executions.
 *
 * @param run null when no slot was claimed
 * @param state that failed
 * @param item of the state, for Maps
 */
public record FailureRequest(
        @Nullable RunId run,
        String state,
        @Nullable Integer item,
        String error,
        @Nullable String cause,
        TaskContext task) {
    public FailureRequest {
        requireNonNull(state, "state is null");
        requireNonNull(error, "error is null");
        requireNonNull(task, "task is null");
    }
}
