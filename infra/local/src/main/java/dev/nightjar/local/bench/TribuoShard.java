package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Input;
import dev.nightjar.core.model.InputKind;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.DataRoot;
import dev.nightjar.run.Inputs;
import dev.nightjar.run.Records;
import dev.nightjar.run.SpooledObject;
import dev.nightjar.run.bundle.BundleFile;
import dev.nightjar.run.bundle.BundleLoader;
import dev.nightjar.run.bundle.GoldenRows;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.shard.Cut;
import dev.nightjar.tables.shard.ShardReader;
import dev.nightjar.tables.write.QuarantineWriter;
import dev.nightjar.tables.write.ResultLayout;
import dev.nightjar.tables.write.ResultWriter;
import dev.nightjar.training.learn.TribuoRecord;
import dev.nightjar.training.learn.TribuoScorer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * ScoreShard as it would be with Tribuo's own model: the same records, the same checks of the
 * bundle, the same reader and writers; the model is read from its protobuf and predicts, the golden
 * rows too. Of the compiled model it takes only how rows are prepared.
 */
final class TribuoShard {
    private static final double AGREEMENT = 1e-6;
    private static final Set<BundleFile> NEEDED =
            EnumSet.of(BundleFile.MODEL, BundleFile.TRIBUO, BundleFile.GOLDEN);

    private final Wiring wiring;
    private final Records records;

    TribuoShard(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
    }

    @Nullable Void answer(StepRequest request) {
        BatchPlan plan = records.plan(request.run()).orElseThrow();
        PlannedShard shard = plan.shards().get(request.requireItem() - 1);
        String key = Keys.receipt(plan.run(), shard.shard());
        if (wiring.store().head(key).isPresent()) {
            return null;
        }
        try {
            Receipt receipt = score(plan, shard);
            wiring.store().create(key, Content.of(Json.pretty(receipt)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return null;
    }

    private Receipt score(BatchPlan plan, PlannedShard shard) throws IOException {
        RunRecord run = records.requireRun(plan.run());
        Map<BundleFile, byte[]> files =
                new BundleLoader(wiring).files(plan.run().pipeline(), plan.model(), NEEDED);
        CompiledModel model = CompiledModel.read(file(files, BundleFile.MODEL));
        TribuoScorer scorer =
                new TribuoScorer(model, TribuoRecord.readAlone(file(files, BundleFile.TRIBUO)));
        prove(model, scorer, file(files, BundleFile.GOLDEN));
        long start = wiring.nanoseconds().getAsLong();
        try (SpooledObject part = new SpooledObject();
                SpooledObject quarantine = new SpooledObject()) {
            ResultWriter results = new ResultWriter(part.out(), layout(plan, run, model));
            QuarantineWriter keptOut = new QuarantineWriter(quarantine.out());
            InputObject input = plan.inputs().get(shard.input());
            ShardReader reader =
                    new ShardReader(
                            ReadSettings.scoring(run.definition().columns(), levels(model)),
                            block -> results.write(block, input.key(), scorer.score(block)),
                            keptOut);
            RowCounts counts = read(reader, plan, shard, run.definition());
            results.close();
            keptOut.close();
            String nonce = wiring.ids().nonce();
            StoredPart stored =
                    part.store(wiring.store(), Keys.part(plan.run(), shard.shard(), nonce));
            return new Receipt(
                    shard.shard(),
                    shard.number(),
                    plan.run(),
                    results.rows(),
                    counts.quarantined(),
                    stored,
                    null,
                    new TreeMap<>(),
                    wiring.clock().instant(),
                    (wiring.nanoseconds().getAsLong() - start) / 1e9);
        }
    }

    private static void prove(CompiledModel model, TribuoScorer scorer, byte[] golden) {
        GoldenRows.read(
                "the bundle",
                model,
                golden,
                block -> {
                    double[] found = scorer.score(block)[0];
                    double[] expected = GoldenRows.expected(block, 0);
                    for (int row = 0; row < block.rows(); row++) {
                        if (Math.abs(found[row] - expected[row]) > AGREEMENT) {
                            throw new BundleRefused("golden row " + row + " has another score");
                        }
                    }
                });
    }

    private RowCounts read(
            ShardReader reader, BatchPlan plan, PlannedShard shard, Definition definition)
            throws IOException {
        InputObject input = plan.inputs().get(shard.input());
        return reader.read(
                wiring.data().apply(DataRoot.of(definition)),
                new ObjectHead(input.key(), input.etag(), input.size()),
                plan.headers().get(shard.input()),
                new Cut(
                        shard.from(),
                        shard.to(),
                        shard.whole(),
                        shard.firstLine(),
                        shard.firstRecord(),
                        OptionalLong.of(requireNonNull(shard.rows(), "rows is null"))),
                Inputs.format(
                        definition,
                        requireNonNull(definition.scoring(), "scoring is null").source()),
                null);
    }

    private static byte[] file(Map<BundleFile, byte[]> files, BundleFile file) {
        return requireNonNull(files.get(file), "every file was verified");
    }

    private static Map<String, Levels> levels(CompiledModel model) {
        Map<String, Levels> levels = new HashMap<>();
        for (Input input : model.inputs()) {
            if (input.kind() == InputKind.CATEGORY) {
                levels.put(input.name(), input.levels());
            }
        }
        return levels;
    }

    private static ResultLayout layout(BatchPlan plan, RunRecord run, CompiledModel model) {
        List<String> keys =
                run.definition().columns().stream()
                        .filter(column -> column.role() == Role.KEY)
                        .map(Column::name)
                        .toList();
        return new ResultLayout(
                keys,
                model.task(),
                model.task() == Task.MULTICLASS ? model.labels() : List.of(),
                plan.model(),
                plan.run().toString(),
                plan.predictedAt().toString());
    }
}
