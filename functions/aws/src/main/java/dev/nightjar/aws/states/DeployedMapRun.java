package dev.nightjar.aws.states;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A Map Run as DescribeMapRun tells it.
 *
 * @param mapRun its ARN
 * @param label of the Map state; ours is the state's name
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code ABORTED}
 * @param stoppedAt null while it runs
 * @param executions counts of child executions by how they stand
 * @param redrivenAt null unless it was redriven
 */
public record DeployedMapRun(
        String mapRun,
        String label,
        String status,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        int maxConcurrency,
        Counts executions,
        int redriveCount,
        @Nullable Instant redrivenAt) {
    public DeployedMapRun {
        requireNonNull(mapRun, "mapRun is null");
        requireNonNull(label, "label is null");
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(executions, "executions is null");
    }

    /** How many child executions stand where. */
    public record Counts(
            long total,
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long pendingRedrive) {}
}
