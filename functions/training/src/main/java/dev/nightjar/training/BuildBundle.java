package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.night.BuiltBundle;
import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.Snapshot;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.TrainedCandidate;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.pipeline.json.Digests;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;
import dev.nightjar.run.StoredParts;
import dev.nightjar.run.Work;
import dev.nightjar.run.bundle.BundleFile;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.BundleWriter;
import dev.nightjar.run.bundle.GoldenRows;
import dev.nightjar.run.bundle.Provenance;
import dev.nightjar.training.learn.Parity;
import dev.nightjar.training.learn.TribuoRecord;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that the compiled model says what Tribuo's says, writes and signs the bundle, and loads it
 * as scoring will. Safe for use by multiple threads.
 */
public final class BuildBundle {
    /** Holdout rows that both models score at most; Tribuo takes its time for a row. */
    private static final int MOST_PROVEN = 50_000;

    private final Wiring wiring;
    private final Records records;
    private final Work work;

    public BuildBundle(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.work = new Work(records, wiring.clock());
    }

    /** Nothing to say. */
    public record Response() {}

    /**
     * Builds the challenger's bundle, or finds or takes over the one that stands.
     *
     * @throws BundleRefused when the two models disagree, or the bundle does not load
     */
    public Response answer(StepRequest request) {
        RunRecord run = records.requireRun(request.run());
        Evaluation evaluation =
                records.requireStep(
                        run.run(),
                        EvaluateCandidates.record(request.roundOrFirst()),
                        Evaluation.class);
        work.once(
                run,
                request.task().state(),
                Digests.ofJson(List.of(evaluation.version(), evaluation.modelDigest())),
                BuiltBundle.class,
                () -> build(run, evaluation));
        return new Response();
    }

    private BuiltBundle build(RunRecord run, Evaluation evaluation) {
        StepRecord<TrainedCandidate> trained =
                records.step(
                                run.run(),
                                TrainCandidate.record(evaluation.item()),
                                TrainedCandidate.class)
                        .orElseThrow();
        byte[] compiled = compiled(trained.made());
        byte[] tribuo =
                StoredParts.bytes(
                        wiring.store(), requireNonNull(trained.made().tribuo(), "tribuo is null"));
        CompiledModel model = CompiledModel.read(compiled);
        if (!model.digest().equals(evaluation.modelDigest())) {
            throw new BundleRefused(
                    "the candidate's model has digest "
                            + model.digest()
                            + ", judged was "
                            + evaluation.modelDigest());
        }
        Snapshot snapshot = records.requireStep(run.run(), "PrepareData", Snapshot.class);
        Parity parity = new Parity(model, TribuoRecord.read(tribuo));
        byte[] golden = prove(run, snapshot, model, parity);
        Map<BundleFile, byte[]> files = new EnumMap<>(BundleFile.class);
        files.put(BundleFile.MODEL, compiled);
        files.put(BundleFile.TRIBUO, tribuo);
        files.put(BundleFile.SCHEMA, json(run.definition().columns()));
        files.put(BundleFile.GOLDEN, golden);
        files.put(BundleFile.PROVENANCE, json(provenance(run, snapshot, trained)));
        files.put(BundleFile.EVALUATION, json(evaluation));
        String pipeline = run.run().pipeline();
        BundleWriter.Written written =
                new BundleWriter(wiring).write(pipeline, evaluation.version(), files);
        new BundleLoader(wiring).load(pipeline, evaluation.version());
        return new BuiltBundle(
                evaluation.version(),
                written.digestsSha256(),
                written.bytes(),
                GoldenRows.check("the new bundle", model, golden),
                parity.largest(),
                wiring.signer().keyId());
    }

    private byte[] compiled(TrainedCandidate candidate) {
        return StoredParts.bytes(
                wiring.store(), requireNonNull(candidate.compiled(), "compiled is null"));
    }

    private byte[] prove(RunRecord run, Snapshot snapshot, CompiledModel model, Parity parity) {
        byte[][] golden = new byte[1][];
        new SnapshotPart(wiring.store(), run.definition(), snapshot.holdout())
                .read(
                        (RowBlock block) -> {
                            if (golden[0] == null) {
                                golden[0] = GoldenRows.write(model, block);
                            }
                            if (parity.rows() < MOST_PROVEN) {
                                parity.check(block);
                            }
                        });
        if (golden[0] == null) {
            throw new BundleRefused("the holdout has no row to prove the model with");
        }
        return golden[0];
    }

    private static Provenance provenance(
            RunRecord run, Snapshot snapshot, StepRecord<TrainedCandidate> trained) {
        return new Provenance(
                run.run(),
                snapshot.run(),
                run.run().pipeline(),
                run.definition().owner(),
                run.definition().purpose(),
                run.definitionDigest(),
                snapshot.contentDigest(),
                run.partitions(),
                snapshot.inputs(),
                snapshot.exclusionsDigest(),
                snapshot.rows(),
                trained.made().settings(),
                trained.made().seed(),
                Libraries.versions(),
                trained.endedAt());
    }

    private static byte[] json(Object value) {
        return Json.pretty(value).getBytes(StandardCharsets.UTF_8);
    }
}
