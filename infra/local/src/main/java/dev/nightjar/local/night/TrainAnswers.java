package dev.nightjar.local.night;

import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.run.Records;
import dev.nightjar.run.ServingPointer;
import dev.nightjar.run.StepRecord;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from the records of a training what came of it. */
final class TrainAnswers {
    private final ObjectStore store;
    private final Records records;

    TrainAnswers(Platform platform) {
        this.store = platform.store();
        this.records = platform.records();
    }

    TrainAnswer of(Night night) {
        RunId run = night.run();
        String pipeline = night.request().definition().pipeline();
        Snapshot snapshot = run == null ? null : made(run, "PrepareData", Snapshot.class);
        Evaluation evaluation = run == null ? null : Evaluations.last(records, run).orElse(null);
        return new TrainAnswer(
                run == null ? null : run.toString(),
                pipeline,
                SlotText.iso(night.request().slot()),
                night.outcome(),
                run == null ? null : run.attempt(),
                evaluation == null ? null : evaluation.version(),
                new ServingPointer(store)
                        .read(pipeline)
                        .map(serving -> serving.move().model())
                        .orElse(null),
                snapshot == null ? null : snapshot.rows(),
                run == null ? List.of() : candidates(run, night),
                evaluation == null ? null : verdict(evaluation),
                snapshot == null ? null : quarantine(snapshot),
                run == null ? null : startedBy(run),
                night.failure(),
                run == null ? null : Reports.address(store, run),
                night.seconds());
    }

    private List<TrainAnswer.Candidate> candidates(RunId run, Night night) {
        List<TrainAnswer.Candidate> candidates = new ArrayList<>();
        var training = night.request().definition().training();
        int points = training == null ? 0 : training.candidates().size();
        for (int item = 0; item < points; item++) {
            TrainedCandidate trained = made(run, "TrainCandidate-" + item, TrainedCandidate.class);
            if (trained != null) {
                candidates.add(candidate(trained));
            }
        }
        return candidates;
    }

    private static TrainAnswer.Candidate candidate(TrainedCandidate trained) {
        return new TrainAnswer.Candidate(
                trained.settings().trainer().toString(),
                trained.settings().settings(),
                trained.seed(),
                trained.metrics(),
                trained.problem());
    }

    private static TrainAnswer.Verdict verdict(Evaluation evaluation) {
        return new TrainAnswer.Verdict(evaluation.verdict().passed(), evaluation.verdict().gates());
    }

    private QuarantineAnswer quarantine(Snapshot snapshot) {
        return new QuarantineAnswer(store.address(snapshot.quarantine().key()), snapshot.byRule());
    }

    private @Nullable String startedBy(RunId run) {
        Optional<RunRecord> record = records.run(run);
        return record.map(found -> found.startedBy().toString()).orElse(null);
    }

    private <T> @Nullable T made(RunId run, String step, Class<T> type) {
        return records.step(run, step, type).map(StepRecord::made).orElse(null);
    }
}
