package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.Move;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.Release;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.night.TrainingRows;
import dev.nightjar.core.night.Verdict;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.bundle.Provenance;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code report.json} of a training run. What was not reached is null and left out of the file.
 *
 * @param hint a likely cause of a closed gate, for people
 * @param serving the version that serves after this run
 * @param candidates the first of them, when there are very many
 * @param secondsTrainEndToServing from the end of the challenger's training to the pointer's move
 */
public record TrainingReport(
        RunId run,
        @Nullable Outcome outcome,
        @Nullable Verdict verdict,
        @Nullable String hint,
        @Nullable String serving,
        @Nullable Judged champion,
        @Nullable Judged challenger,
        ReportedCurves curves,
        @Nullable TrainingRows rows,
        Quarantined quarantine,
        List<Candidate> candidates,
        ReportedInputs inputs,
        Origin provenance,
        @Nullable Double secondsTrainEndToServing)
        implements Report {
    static final int MOST_CANDIDATES = 200;

    public TrainingReport {
        requireNonNull(run, "run is null");
        requireNonNull(curves, "curves is null");
        requireNonNull(quarantine, "quarantine is null");
        candidates = List.copyOf(candidates);
        requireNonNull(inputs, "inputs is null");
        requireNonNull(provenance, "provenance is null");
    }

    /**
     * A model on the holdout rows.
     *
     * @param model its version
     * @param shown the version as screens show it
     */
    public record Judged(String model, String shown, SortedMap<String, Double> metrics) {
        public Judged {
            requireNonNull(model, "model is null");
            requireNonNull(shown, "shown is null");
            metrics = new TreeMap<>(metrics);
        }

        static Judged of(String model, SortedMap<String, Double> metrics) {
            return new Judged(model, ModelVersion.shown(model), metrics);
        }
    }

    /**
     * One point of the grid.
     *
     * @param chosen whether it was judged best
     * @param metrics on validation, or on holdout where there is no validation
     * @param problem why it could not be trained, or null
     * @param takenFrom the earlier attempt that trained it, or null
     */
    public record Candidate(
            int item,
            boolean chosen,
            CandidateSettings settings,
            SortedMap<String, Double> metrics,
            double trainingSeconds,
            @Nullable String problem,
            @Nullable RunId takenFrom) {
        public Candidate {
            requireNonNull(settings, "settings is null");
            metrics = new TreeMap<>(metrics);
        }
    }

    /**
     * Where the challenger came from.
     *
     * @param snapshotRun whose snapshot it learned from
     * @param contentDigest of the data that it learned from
     * @param partitions how many the window has
     * @param modelDigest of the compiled model
     * @param bundleDigest of the list of digests that was signed
     * @param libraries versions of what learned it, Java's too; empty until a bundle stands
     */
    public record Origin(
            @Nullable RunId snapshotRun,
            @Nullable String contentDigest,
            @Nullable String definitionDigest,
            @Nullable Integer partitions,
            @Nullable String firstPartition,
            @Nullable String lastPartition,
            @Nullable String exclusionsDigest,
            @Nullable Long seed,
            @Nullable CandidateSettings settings,
            @Nullable String modelDigest,
            @Nullable String bundleDigest,
            @Nullable String keyId,
            SortedMap<String, String> libraries,
            @Nullable Instant trainedAt) {
        public Origin {
            libraries = new TreeMap<>(libraries);
        }
    }

    static TrainingReport of(TrainingFacts facts) {
        Evaluation judged = facts.judged();
        Snapshot data = facts.data();
        Release release = facts.released();
        return new TrainingReport(
                facts.general().run(),
                facts.general().ended(),
                judged == null ? null : judged.verdict(),
                judged == null ? null : judged.hint(),
                serving(facts),
                champion(judged),
                judged == null ? null : Judged.of(judged.version(), judged.metrics()),
                judged == null ? ReportedCurves.NONE : ReportedCurves.of(judged.curves()),
                data == null ? null : data.rows(),
                data == null ? Quarantined.NONE : Quarantined.of(data.byRule()),
                candidates(facts, judged),
                ReportedInputs.of(
                        data == null ? List.<InputObject>of() : data.inputs(),
                        data == null ? null : data.inputsDigest()),
                origin(facts),
                release == null ? null : release.secondsTrainEndToServing());
    }

    private static @Nullable String serving(TrainingFacts facts) {
        Release release = facts.released();
        Move move = release == null ? null : release.move();
        Evaluation judged = facts.judged();
        if (move != null) {
            return move.model();
        }
        return judged == null ? null : judged.champion();
    }

    private static @Nullable Judged champion(@Nullable Evaluation judged) {
        if (judged == null) {
            return null;
        }
        String version = judged.champion();
        return version == null ? null : Judged.of(version, judged.championMetrics());
    }

    private static List<Candidate> candidates(TrainingFacts facts, @Nullable Evaluation judged) {
        return facts.candidates().stream()
                .limit(MOST_CANDIDATES)
                .map(record -> candidate(record, judged))
                .toList();
    }

    private static Candidate candidate(
            StepRecord<TrainedCandidate> record, @Nullable Evaluation judged) {
        TrainedCandidate made = record.made();
        return new Candidate(
                made.item(),
                judged != null && judged.item() == made.item(),
                made.settings(),
                made.metrics(),
                made.trainingSeconds(),
                made.problem(),
                record.takenFrom());
    }

    private static Origin origin(TrainingFacts facts) {
        RunRecord record = facts.general().record();
        Snapshot data = facts.data();
        Evaluation judged = facts.judged();
        BuiltBundle built = facts.built();
        Provenance provenance = facts.provenance();
        TrainedCandidate chosen = facts.chosen().orElse(null);
        List<String> window = record == null ? List.of() : record.partitions();
        return new Origin(
                data == null ? null : data.run(),
                data == null ? null : data.contentDigest(),
                record == null ? null : record.definitionDigest(),
                record == null ? null : window.size(),
                window.isEmpty() ? null : window.getFirst(),
                window.isEmpty() ? null : window.getLast(),
                data == null ? null : data.exclusionsDigest(),
                chosen == null ? null : Long.valueOf(chosen.seed()),
                chosen == null ? null : chosen.settings(),
                judged == null ? null : judged.modelDigest(),
                built == null ? null : built.digestsSha256(),
                built == null ? null : built.keyId(),
                provenance == null ? new TreeMap<>() : provenance.libraries(),
                provenance == null ? null : provenance.trainedAt());
    }
}
