package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of a scoring: the document of {@code score --json}.
 *
 * @param run null when no slot was claimed
 * @param slot ISO-8601
 * @param outcome COMMITTED, DUPLICATE, HELD or FAILED
 * @param rerun what a later attempt does: partial, complete or carry-over
 * @param model the version that scored, or null
 * @param results paths of the committed part files, in order
 * @param ledger the account in words, or null
 * @param report path of the report, or null
 */
public record ScoreAnswer(
        @Nullable String run,
        String pipeline,
        String slot,
        String outcome,
        @Nullable Integer attempt,
        String rerun,
        @Nullable String model,
        @Nullable Shards shards,
        @Nullable Rows rows,
        List<String> results,
        @Nullable String manifest,
        @Nullable String symlink,
        @Nullable String ledger,
        @Nullable QuarantineAnswer quarantine,
        @Nullable Deadline deadline,
        @Nullable String startedBy,
        @Nullable FailureAnswer failure,
        @Nullable String report,
        double elapsedSeconds) {
    /** How many shards went which way. */
    public record Shards(
            int planned,
            int scored,
            int reused,
            int failed,
            int late,
            int carriedIn,
            int carriedOut) {}

    /**
     * Where every row went; {@code input} is what the plan counted.
     *
     * @param input null when an object could not be read
     * @param failed null when an object could not be read
     */
    public record Rows(
            @Nullable Long input,
            long scored,
            long quarantined,
            long late,
            @Nullable Long failed,
            long carriedOut) {}

    /**
     * When the results were due.
     *
     * @param at ISO-8601
     * @param margin seconds that were left, negative when it was missed; null when nothing is
     *     published
     * @param met null when nothing is published
     */
    public record Deadline(String at, @Nullable Double margin, @Nullable Boolean met) {}

    public ScoreAnswer {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(rerun, "rerun is null");
        results = List.copyOf(results);
    }

    /** The exit code that tells the outcome; without a model there is nothing to work with. */
    public int exitCode() {
        if (failure == null) {
            return Exits.of(outcome);
        }
        return failure.error().equals("ModelUnfit") ? Exits.USAGE : failure.meaning().exitCode();
    }
}
