package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Release;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.bundle.BundleFile;
import dev.nightjar.run.bundle.Provenance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a training run. Each may be missing: a run may have ended before the step.
 *
 * @param candidates ascending by item
 * @param evaluation of the last round
 * @param provenance of the challenger's bundle
 */
record TrainingFacts(
        RunFacts general,
        @Nullable StepRecord<Snapshot> snapshot,
        List<StepRecord<TrainedCandidate>> candidates,
        @Nullable StepRecord<Evaluation> evaluation,
        @Nullable StepRecord<BuiltBundle> bundle,
        @Nullable StepRecord<Release> release,
        @Nullable Provenance provenance) {
    private static final int MOST_ROUNDS = 3;

    TrainingFacts {
        requireNonNull(general, "general is null");
        candidates = List.copyOf(candidates);
    }

    static TrainingFacts read(RunId run, ObjectStore store) {
        Records records = new Records(store);
        RunFacts general = RunFacts.read(run, records, store);
        StepRecord<Evaluation> evaluation = lastRound(run, records);
        String version = evaluation == null ? null : evaluation.made().version();
        return new TrainingFacts(
                general,
                records.step(run, "PrepareData", Snapshot.class).orElse(null),
                candidates(general, records),
                evaluation,
                records.step(run, "BuildBundle", BuiltBundle.class).orElse(null),
                records.step(run, "ReleaseModel", Release.class).orElse(null),
                version == null ? null : provenance(run, version, records));
    }

    /** The snapshot, or null. */
    @Nullable Snapshot data() {
        return snapshot == null ? null : snapshot.made();
    }

    /** What was judged, or null. */
    @Nullable Evaluation judged() {
        return evaluation == null ? null : evaluation.made();
    }

    /** The bundle, or null. */
    @Nullable BuiltBundle built() {
        return bundle == null ? null : bundle.made();
    }

    /** The move of the pointer, or null. */
    @Nullable Release released() {
        return release == null ? null : release.made();
    }

    /** The candidate that was judged best. */
    Optional<TrainedCandidate> chosen() {
        Evaluation judged = judged();
        return candidates.stream()
                .map(StepRecord::made)
                .filter(candidate -> judged != null && candidate.item() == judged.item())
                .findFirst();
    }

    private static List<StepRecord<TrainedCandidate>> candidates(
            RunFacts general, Records records) {
        RunRecord record = general.record();
        int known =
                record == null || record.definition().training() == null
                        ? 0
                        : record.definition().training().candidates().size();
        List<StepRecord<TrainedCandidate>> candidates = new ArrayList<>();
        for (int item = 0; ; item++) {
            Optional<StepRecord<TrainedCandidate>> candidate =
                    records.step(general.run(), "TrainCandidate-" + item, TrainedCandidate.class);
            candidate.ifPresent(candidates::add);
            if (candidate.isEmpty() && item >= known) {
                return candidates;
            }
        }
    }

    private static @Nullable StepRecord<Evaluation> lastRound(RunId run, Records records) {
        for (int round = MOST_ROUNDS; round >= 1; round--) {
            Optional<StepRecord<Evaluation>> evaluation =
                    records.step(run, "EvaluateCandidates-" + round, Evaluation.class);
            if (evaluation.isPresent()) {
                return evaluation.get();
            }
        }
        return null;
    }

    private static @Nullable Provenance provenance(RunId run, String version, Records records) {
        String bundle = Keys.bundle(run.pipeline(), version);
        return records.find(bundle + BundleFile.PROVENANCE, Provenance.class).orElse(null);
    }
}
