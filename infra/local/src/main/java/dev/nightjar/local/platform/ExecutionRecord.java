package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * {@code execution.json}: what an execution was started with, and how it ended.
 *
 * @param execution ARN
 * @param run the run that it claimed or found, null until that is known
 * @param status as DescribeExecution names it; RUNNING until it ended, also when it was killed
 */
public record ExecutionRecord(
        String execution,
        @Nullable RunId run,
        String status,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        @Nullable String error,
        @Nullable String cause,
        JsonNode input) {
    public ExecutionRecord {
        requireNonNull(execution, "execution is null");
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(input, "input is null");
    }

    ExecutionRecord withRun(RunId claimed) {
        return new ExecutionRecord(
                execution, claimed, status, startedAt, stoppedAt, error, cause, input);
    }
}
