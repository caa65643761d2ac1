package dev.nightjar.scoring;

import static java.util.Objects.requireNonNull;

import dev.nightjar.aws.Wiring;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.error.Transient;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunRecord;
import dev.nightjar.core.night.StepRequest;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectChanged;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * Scores one shard: part and quarantine under a nonce, then the receipt, created once; the first
 * writer wins and the others' parts are named by nothing. Safe for use by multiple threads.
 */
public final class ScoreShard {
    /** The name under which failures are kept, also when RescoreShard calls. */
    static final String STEP = "ScoreShard";

    private final Wiring wiring;
    private final Records records;
    private final Batches batches;

    public ScoreShard(Wiring wiring) {
        this.wiring = requireNonNull(wiring, "wiring is null");
        this.records = new Records(wiring.store());
        this.batches = new Batches(wiring);
    }

    /**
     * Scores the shard, unless its receipt stands.
     *
     * @throws DataUnfit when the shard cannot be read or was replaced; recorded before
     */
    public @Nullable Void answer(StepRequest request) {
        BatchPlan plan = batches.plan(request.run());
        PlannedShard shard = plan.shards().get(request.requireItem() - 1);
        String key = Keys.receipt(plan.run(), shard.shard());
        if (wiring.store().head(key).isPresent()) {
            return null;
        }
        try {
            Receipt receipt = score(plan, shard);
            wiring.store().create(key, Content.of(Json.pretty(receipt)));
        } catch (DataUnfit unfit) {
            record(request, plan, shard, unfit);
            throw unfit;
        }
        return null;
    }

    private Receipt score(BatchPlan plan, PlannedShard shard) {
        RunRecord run = records.requireRun(plan.run());
        try {
            return new ShardScoring(wiring, run, plan, shard, batches.model(plan)).score();
        } catch (ObjectChanged changed) {
            throw new DataUnfit(String.valueOf(changed.getMessage()), changed);
        } catch (IOException broken) {
            throw new Transient(
                    plan.inputs().get(shard.input()).key() + ": " + broken.getMessage(), broken);
        }
    }

    private void record(StepRequest request, BatchPlan plan, PlannedShard shard, DataUnfit unfit) {
        FailureRecord record =
                new FailureRecord(
                        plan.run(),
                        plan.run().attempt(),
                        STEP,
                        shard.number(),
                        ErrorTable.shortName(DataUnfit.class.getName()),
                        ErrorTable.of(DataUnfit.class.getName()).errorClass(),
                        String.valueOf(unfit.getMessage()),
                        null,
                        plan.inputs().get(shard.input()).key(),
                        wiring.logs().of(plan.run()),
                        wiring.clock().instant());
        String key =
                Keys.failure(plan.run(), STEP + "-" + shard.number(), request.task().redrive() + 1);
        wiring.store().create(key, Content.of(Json.pretty(record)));
    }
}
