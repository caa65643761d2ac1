package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A child of a distributed Map, as ListExecutions tells it for a Map Run.
 *
 * @param index which of the Map Run's children, from 0
 * @param status RUNNING also for one whose process was killed
 * @param stoppedAt null while it runs
 */
public record ChildDescription(
        String executionArn,
        String name,
        String mapRunArn,
        int index,
        ExecutionStatus status,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        int redriveCount) {

    public ChildDescription {
        requireNonNull(executionArn, "executionArn is null");
        requireNonNull(name, "name is null");
        requireNonNull(mapRunArn, "mapRunArn is null");
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
    }
}
