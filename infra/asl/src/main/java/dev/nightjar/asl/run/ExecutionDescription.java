package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * An execution as DescribeExecution tells it, read from its journal.
 *
 * @param stoppedAt null unless it ended
 * @param output null unless it SUCCEEDED
 * @param redrivenAt null unless it was redriven
 * @param redriveRefusal why it cannot be redriven, in DescribeExecution's words (its
 *     redriveStatusReason), or null when it can
 * @param events how many its history has
 */
public record ExecutionDescription(
        StartedExecution start,
        Status status,
        @Nullable Instant stoppedAt,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        int redriveCount,
        @Nullable Instant redrivenAt,
        @Nullable String redriveRefusal,
        long events) {

    /** Where an execution stands: as AWS names it, and INTERRUPTED. */
    public enum Status {
        /** A live process runs it. */
        RUNNING,
        /** It has not ended and no process runs it: it can be resumed, or aborted. */
        INTERRUPTED,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    public ExecutionDescription {
        requireNonNull(start, "start is null");
        requireNonNull(status, "status is null");
    }

    /**
     * The fold of an execution's own records.
     *
     * @param held whether a live process holds the journal
     */
    public static ExecutionDescription of(
            StartedExecution start, Iterable<JournalRecord> records, boolean held, Instant now) {
        ExecutionImage image = new ExecutionImage(start.identity().id(), false);
        records.forEach(image::accept);
        ExecutionResult end = image.end();
        return new ExecutionDescription(
                start,
                status(end, held),
                end == null ? null : end.stoppedAt(),
                end == null ? null : end.output(),
                end == null ? null : end.error(),
                end == null ? null : end.cause(),
                image.redriveCount(),
                image.redrivenAt(),
                RedriveRules.refusal(image, now),
                image.lastEvent());
    }

    private static Status status(@Nullable ExecutionResult end, boolean held) {
        if (end == null) {
            return held ? Status.RUNNING : Status.INTERRUPTED;
        }
        return Status.valueOf(end.status().name());
    }
}
