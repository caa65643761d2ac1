package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.gate.GateResult;
import dev.nightjar.core.night.TrainingRows;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;

/**
 * What came of a training: the document of {@code train --json}.
 *
 * @param run null when no slot was claimed
 * @param slot ISO-8601
 * @param outcome RELEASED, REJECTED, AWAITING_APPROVAL, DUPLICATE or FAILED
 * @param model the challenger's version, or null
 * @param serving the version that serves after this run, or null
 * @param report path of the report, or null
 */
public record TrainAnswer(
        @Nullable String run,
        String pipeline,
        String slot,
        String outcome,
        @Nullable Integer attempt,
        @Nullable String model,
        @Nullable String serving,
        @Nullable TrainingRows rows,
        List<Candidate> candidates,
        @Nullable Verdict verdict,
        @Nullable QuarantineAnswer quarantine,
        @Nullable String startedBy,
        @Nullable FailureAnswer failure,
        @Nullable String report,
        double elapsedSeconds) {
    /** One point of the grid, with what it reached on validation. */
    public record Candidate(
            String trainer,
            SortedMap<String, Double> settings,
            long seed,
            SortedMap<String, Double> metrics,
            @Nullable String problem) {}

    /** The gates as they were measured on holdout. */
    public record Verdict(boolean passed, List<GateResult> gates) {
        public Verdict {
            gates = List.copyOf(gates);
        }
    }

    public TrainAnswer {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(outcome, "outcome is null");
        candidates = List.copyOf(candidates);
    }

    /** The exit code that tells the outcome. */
    public int exitCode() {
        return failure == null ? Exits.of(outcome) : failure.meaning().exitCode();
    }
}
