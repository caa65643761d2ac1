package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.error.ModelUnfit;
import dev.nightjar.core.model.Preparation;
import dev.nightjar.core.model.Transform;
import dev.nightjar.core.model.TransformFitter;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.StoredParts;
import dev.nightjar.run.Work;
import dev.nightjar.training.learn.Learned;
import dev.nightjar.training.learn.Learner;
import dev.nightjar.training.learn.TrainingRows;

import org.jspecify.annotations.Nullable;

import java.util.TreeMap;

/**
 * Fits the transform on the training rows, trains one candidate and measures it on rows that it did
 * not learn from. Safe for use by multiple threads.
 */
public final class TrainCandidate {
    private static final String STEP = "TrainCandidate";

    private final Wiring wiring;
    private final Records records;
    private final Work work;

    public TrainCandidate(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.work = new Work(records, wiring.clock());
    }

    /** The name of a candidate's record. */
    static String record(int item) {
        return STEP + "-" + item;
    }

    /**
     * Trains the candidate, or finds or takes over the one that stands.
     *
     * @throws ModelUnfit when it cannot be trained from the data; recorded before
     */
    public @Nullable Void answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Snapshot snapshot = records.requireStep(run.run(), "PrepareData", Snapshot.class);
        int item = request.requireItem();
        StepRecord<TrainedCandidate> trained =
                work.once(
                        run,
                        record(item),
                        Digests.ofJson(snapshot.contentDigest() + "-" + item),
                        TrainedCandidate.class,
                        () -> train(run, snapshot, item));
        String problem = trained.made().problem();
        if (problem != null) {
            throw new ModelUnfit(problem);
        }
        return null;
    }

    private TrainedCandidate train(RunRecord run, Snapshot snapshot, int item) {
        Definition definition = run.definition();
        CandidateSettings settings =
                requireNonNull(definition.training(), "training is null").candidates().get(item);
        long seed = seed(definition);
        long start = wiring.nanoseconds().getAsLong();
        try {
            Learned learned = Learner.learn(rows(definition, snapshot, settings), settings, seed);
            double seconds = (wiring.nanoseconds().getAsLong() - start) / 1e9;
            StoredPart chooser =
                    snapshot.validation() == null ? snapshot.holdout() : snapshot.validation();
            Judged judged = Judged.of(learned.model(), definition, part(definition, chooser));
            return keep(run, item, settings, seed, learned, judged, seconds);
        } catch (ModelUnfit unfit) {
            return new TrainedCandidate(
                    item,
                    settings,
                    seed,
                    new TreeMap<>(),
                    null,
                    null,
                    null,
                    settings.trainer() + ": " + unfit.getMessage(),
                    0);
        }
    }

    /** Every candidate has the same seed. */
    static long seed(Definition definition) {
        Long seed = definition.seed();
        return seed == null ? 1 : seed;
    }

    private TrainingRows rows(
            Definition definition, Snapshot snapshot, CandidateSettings settings) {
        SnapshotPart part = part(definition, snapshot.training());
        TransformFitter fitter =
                new TransformFitter(definition.features(), Preparation.of(settings.trainer()));
        part.read(fitter::add);
        Transform transform = fitter.fit();
        TrainingRows rows = new TrainingRows(transform, definition.label());
        part.read(rows::add);
        return rows;
    }

    private TrainedCandidate keep(
            RunRecord run,
            int item,
            CandidateSettings settings,
            long seed,
            Learned learned,
            Judged judged,
            double seconds) {
        String nonce = wiring.ids().nonce();
        StoredPart tribuo = put(Keys.candidate(run.run(), item, nonce), learned.tribuo());
        StoredPart compiled =
                put(Keys.compiledCandidate(run.run(), item, nonce), learned.model().toBytes());
        return new TrainedCandidate(
                item,
                settings,
                seed,
                judged.metrics().values(),
                tribuo,
                compiled,
                learned.model().digest(),
                null,
                seconds);
    }

    private StoredPart put(String key, byte[] bytes) {
        return StoredParts.put(wiring.store(), key, bytes);
    }

    private SnapshotPart part(Definition definition, StoredPart part) {
        return new SnapshotPart(wiring.store(), definition, part);
    }
}
