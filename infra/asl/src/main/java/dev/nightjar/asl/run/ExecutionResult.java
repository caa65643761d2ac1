package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * How an execution ended.
 *
 * @param output the last state's output when it SUCCEEDED, else null
 * @param error the error name, or null
 * @param cause the cause, or null
 */
public record ExecutionResult(
        ExecutionStatus status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        Instant startedAt,
        Instant stoppedAt) {

    public ExecutionResult {
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(stoppedAt, "stoppedAt is null");
    }

    /** Whether the execution SUCCEEDED. */
    public boolean succeeded() {
        return status == ExecutionStatus.SUCCEEDED;
    }
}
