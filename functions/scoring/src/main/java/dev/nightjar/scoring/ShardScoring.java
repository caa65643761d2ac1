package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Input;
import dev.nightjar.core.model.InputKind;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.run.DataRoot;
import dev.nightjar.run.Inputs;
import dev.nightjar.run.SpooledObject;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.shard.Cut;
import dev.nightjar.tables.shard.ShardReader;
import dev.nightjar.tables.write.QuarantineWriter;
import dev.nightjar.tables.write.ResultLayout;
import dev.nightjar.tables.write.ResultWriter;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pass over one shard: rows in, scores out, bad rows aside. */
final class ShardScoring {
    private final Wiring wiring;
    private final RunRecord run;
    private final BatchPlan plan;
    private final PlannedShard shard;
    private final CompiledModel model;
    private final Scorer scorer;
    private final Predictions predictions;

    ShardScoring(
            Wiring wiring, RunRecord run, BatchPlan plan, PlannedShard shard, CompiledModel model) {
        this.wiring = wiring;
        this.run = run;
        this.plan = plan;
        this.shard = shard;
        this.model = model;
        this.scorer = model.scorer();
        this.predictions = new Predictions(ReadSettings.BLOCK_ROWS, model.outputs());
    }

    Receipt score() throws IOException {
        long start = wiring.nanoseconds().getAsLong();
        try (SpooledObject part = new SpooledObject();
                SpooledObject quarantine = new SpooledObject()) {
            ResultWriter results = new ResultWriter(part.out(), layout());
            QuarantineWriter keptOut = new QuarantineWriter(quarantine.out());
            RowCounts counts = read(results, keptOut);
            results.close();
            keptOut.close();
            refuseOther(counts);
            String nonce = wiring.ids().nonce();
            StoredPart stored =
                    part.store(wiring.store(), Keys.part(plan.run(), shard.shard(), nonce));
            StoredPart bad =
                    counts.quarantined() == 0
                            ? null
                            : quarantine.store(
                                    wiring.store(),
                                    Keys.shardQuarantine(plan.run(), shard.shard(), nonce));
            SortedMap<String, Long> byRule = new TreeMap<>();
            counts.byRule().forEach((rule, number) -> byRule.put(rule.toString(), number));
            return new Receipt(
                    shard.shard(),
                    shard.number(),
                    plan.run(),
                    results.rows(),
                    counts.quarantined(),
                    stored,
                    bad,
                    byRule,
                    wiring.clock().instant(),
                    (wiring.nanoseconds().getAsLong() - start) / 1e9);
        }
    }

    private RowCounts read(ResultWriter results, QuarantineWriter quarantine) throws IOException {
        Definition definition = run.definition();
        InputObject input = plan.inputs().get(shard.input());
        ObjectSource data = wiring.data().apply(DataRoot.of(definition));
        Format format =
                Inputs.format(
                        definition,
                        requireNonNull(definition.scoring(), "scoring is null").source());
        ShardReader reader =
                new ShardReader(
                        ReadSettings.scoring(definition.columns(), levels()),
                        block -> write(results, block, input.key()),
                        quarantine);
        Cut cut =
                new Cut(
                        shard.from(),
                        shard.to(),
                        shard.whole(),
                        shard.firstLine(),
                        shard.firstRecord(),
                        shard.rows() == null
                                ? OptionalLong.empty()
                                : OptionalLong.of(shard.rows()));
        return reader.read(
                data,
                new ObjectHead(input.key(), input.etag(), input.size()),
                plan.headers().get(shard.input()),
                cut,
                format,
                null);
    }

    private void write(ResultWriter results, RowBlock block, String file) {
        scorer.score(block, predictions);
        results.write(block, file, predictions.scores());
    }

    private void refuseOther(RowCounts counts) {
        if (shard.rows() != null && counts.read() != shard.rows()) {
            throw new DataUnfit(
                    plan.inputs().get(shard.input()).key()
                            + " holds "
                            + counts.read()
                            + " rows from byte "
                            + shard.from()
                            + " to "
                            + shard.to()
                            + ", the plan counted "
                            + shard.rows());
        }
    }

    private Map<String, Levels> levels() {
        Map<String, Levels> levels = new HashMap<>();
        for (Input input : model.inputs()) {
            if (input.kind() == InputKind.CATEGORY) {
                levels.put(input.name(), input.levels());
            }
        }
        return levels;
    }

    private ResultLayout layout() {
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
