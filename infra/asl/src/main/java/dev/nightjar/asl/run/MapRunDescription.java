package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A Map Run as DescribeMapRun tells it (developer guide, "Viewing a Distributed Map Run
 * execution").
 *
 * @param executionArn the execution whose Map state it is
 * @param mapStateName that state
 * @param stoppedAt null while it runs
 * @param maxConcurrency 0 for no limit
 * @param redrivenAt null unless it was redriven
 */
public record MapRunDescription(
        String mapRunArn,
        String executionArn,
        String mapStateName,
        MapRunStatus status,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        int maxConcurrency,
        long toleratedFailureCount,
        double toleratedFailurePercentage,
        MapRunCounts itemCounts,
        MapRunCounts executionCounts,
        int redriveCount,
        @Nullable Instant redrivenAt) {

    public MapRunDescription {
        requireNonNull(mapRunArn, "mapRunArn is null");
        requireNonNull(executionArn, "executionArn is null");
        requireNonNull(mapStateName, "mapStateName is null");
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(itemCounts, "itemCounts is null");
        requireNonNull(executionCounts, "executionCounts is null");
    }
}
