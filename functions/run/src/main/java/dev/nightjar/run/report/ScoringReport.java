package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * {@code report.json} of a scoring run. What was not reached is null and left out of the file.
 *
 * @param model the version that scored
 * @param rows the account of every row
 * @param accounted whether the account holds
 * @param deadline when results were due, or null
 * @param margin seconds left until the deadline, negative when it was missed
 */
public record ScoringReport(
        RunId run,
        @Nullable Outcome outcome,
        @Nullable String model,
        @Nullable Ledger rows,
        @Nullable Boolean accounted,
        Quarantined quarantine,
        ReportedShards shards,
        @Nullable Instant deadline,
        @Nullable Double margin,
        ReportedInputs inputs,
        Origin provenance)
        implements Report {
    public ScoringReport {
        requireNonNull(run, "run is null");
        requireNonNull(quarantine, "quarantine is null");
        requireNonNull(shards, "shards is null");
        requireNonNull(inputs, "inputs is null");
        requireNonNull(provenance, "provenance is null");
    }

    /**
     * Where the results came from.
     *
     * @param predictedAt the batch's start, on every result row
     * @param partitions how many the window has
     */
    public record Origin(
            @Nullable String modelDigest,
            @Nullable String definitionDigest,
            @Nullable Instant predictedAt,
            @Nullable Integer partitions,
            @Nullable String firstPartition,
            @Nullable String lastPartition,
            @Nullable String execution) {}

    static ScoringReport of(ScoringFacts facts) {
        BatchPlan plan = facts.plan();
        Ledger ledger = facts.ledger();
        Manifest manifest = facts.manifest();
        return new ScoringReport(
                facts.general().run(),
                facts.general().ended(),
                model(facts),
                ledger,
                ledger == null ? null : Boolean.valueOf(ledger.holds()),
                Quarantined.of(facts.byRule()),
                ReportedShards.of(facts),
                plan == null ? null : plan.deadline(),
                manifest == null ? null : manifest.margin(),
                ReportedInputs.of(
                        plan == null ? List.<InputObject>of() : plan.inputs(),
                        plan == null ? null : plan.inputsDigest()),
                origin(facts.general().record(), plan));
    }

    private static @Nullable String model(ScoringFacts facts) {
        BatchPlan plan = facts.plan();
        if (plan != null) {
            return plan.model();
        }
        OutcomeRecord outcome = facts.general().outcome();
        return outcome == null ? null : outcome.model();
    }

    private static Origin origin(@Nullable RunRecord record, @Nullable BatchPlan plan) {
        List<String> window = record == null ? List.of() : record.partitions();
        return new Origin(
                plan == null ? null : plan.modelDigest(),
                plan == null ? null : plan.definitionDigest(),
                plan == null ? null : plan.predictedAt(),
                record == null ? null : window.size(),
                window.isEmpty() ? null : window.getFirst(),
                window.isEmpty() ? null : window.getLast(),
                record == null ? null : record.execution());
    }
}
