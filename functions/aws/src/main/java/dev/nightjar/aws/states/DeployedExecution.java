package dev.nightjar.aws.states;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An execution as DescribeExecution tells it.
 *
 * @param execution its ARN
 * @param machine ARN of its state machine
 * @param input JSON text
 * @param output JSON text, or null unless it SUCCEEDED
 * @param error null unless it failed
 * @param stoppedAt null unless it ended
 * @param redriveStatus {@code REDRIVABLE}, {@code NOT_REDRIVABLE} or {@code REDRIVABLE_BY_MAP_RUN};
 *     null where the service does not tell it
 * @param redriveStatusReason why it cannot be redriven, or null when it can
 * @param redrivenAt null unless it was redriven
 */
public record DeployedExecution(
        String execution,
        String machine,
        String name,
        Status status,
        String input,
        @Nullable String output,
        @Nullable String error,
        @Nullable String cause,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        int redriveCount,
        @Nullable Instant redrivenAt,
        @Nullable String redriveStatus,
        @Nullable String redriveStatusReason) {

    /** Where an execution stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED,
        /** A Map Run's child that will be run once more by a redrive that has begun. */
        PENDING_REDRIVE
    }

    public DeployedExecution {
        requireNonNull(execution, "execution is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(input, "input is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** Whether it works, or will without anybody's help. */
    public boolean isAlive() {
        return switch (status) {
            case RUNNING, PENDING_REDRIVE -> true;
            case SUCCEEDED, FAILED, TIMED_OUT, ABORTED -> false;
        };
    }
}
