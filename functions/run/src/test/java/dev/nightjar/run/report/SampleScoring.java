package dev.nightjar.run.report;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.night.Tally;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records of scoring runs as the steps leave them. */
final class SampleScoring {
    static final RunId RUN = new RunId("loans", Slot.parse("20261109T0300Z"), Machine.SCORING, 2);
    private static final Instant START = Instant.parse("2026-11-09T03:00:01Z");
    private static final long ROWS = 25_000;

    private final ObjectStore store;

    SampleScoring(ObjectStore store) {
        this.store = store;
    }

    /** A committed batch of so many shards: every third is reused, the given one is missing. */
    RunId committed(int shards, int missing) {
        List<InputObject> inputs = new ArrayList<>();
        List<PlannedShard> planned = new ArrayList<>();
        for (int number = 1; number <= shards; number++) {
            inputs.add(
                    new InputObject(
                            "applications/dt=2026-11-09/part-" + number + ".csv",
                            SampleFacts.digest("etag" + number),
                            2_500_000,
                            ROWS,
                            null));
            planned.add(shard(number));
        }
        BatchPlan plan =
                new BatchPlan(
                        RUN,
                        SampleTraining.CHAMPION,
                        SampleFacts.digest("model"),
                        SampleFacts.digest("definition"),
                        START,
                        Instant.parse("2026-11-09T05:00:00Z"),
                        inputs,
                        List.of(List.of("loan_id", "amount")),
                        SampleFacts.digest("inputs"),
                        ROWS * shards,
                        planned);
        put(Keys.plan(RUN), plan);
        receipts(plan, missing);
        finish(shards, missing);
        return RUN;
    }

    private static PlannedShard shard(int number) {
        String id = SampleFacts.digest("shard" + number).substring(0, 16);
        Integer reused = number % 3 == 0 ? 1 : null;
        return new PlannedShard(
                number, id, number - 1, 0, 2_500_000, number % 2 == 0, ROWS, 1, 0, reused);
    }

    private void receipts(BatchPlan plan, int missing) {
        for (PlannedShard shard : plan.shards()) {
            if (shard.number() != missing) {
                RunId run = plan.receiptRun(shard);
                String key = Keys.part(run, shard.shard(), "9a");
                Receipt receipt =
                        new Receipt(
                                shard.shard(),
                                shard.number(),
                                run,
                                ROWS - 16,
                                16,
                                new StoredPart(key, "e", 900_000, SampleFacts.digest(key)),
                                null,
                                new TreeMap<>(Map.of("range", 11L, "type", 5L)),
                                START.plusSeconds(shard.number()),
                                0.4 + shard.number() * 7 % 11 / 20.0);
                put(Keys.receipt(run, shard.shard()), receipt);
            }
        }
    }

    private void finish(int shards, int missing) {
        int done = missing == 0 ? shards : shards - 1;
        long quarantined = 16L * done;
        Ledger ledger =
                new Ledger(
                        ROWS * shards,
                        ROWS * done - quarantined,
                        quarantined,
                        0,
                        ROWS * (shards - done),
                        0);
        put(
                Keys.step(RUN, "TallyBatch"),
                SampleFacts.step(
                        RUN,
                        "TallyBatch",
                        new Tally(ledger, List.of(), missing == 0 ? List.of() : List.of(missing))));
        SortedMap<String, Long> byRule =
                new TreeMap<>(Map.of("range", 11L * done, "type", 5L * done));
        put(Keys.manifest(RUN), manifest(shards, done, ledger, byRule));
        put(
                Keys.outcome(RUN),
                new OutcomeRecord(
                        RUN, Outcome.COMMITTED, SampleTraining.CHAMPION, START.plusSeconds(95)));
    }

    private static Manifest manifest(
            int shards, int done, Ledger ledger, SortedMap<String, Long> byRule) {
        StoredPart part = new StoredPart(Keys.firstPart(RUN), "e", 61, SampleFacts.digest("first"));
        @Nullable Instant deadline = Instant.parse("2026-11-09T05:00:00Z");
        return new Manifest(
                RUN,
                SampleTraining.CHAMPION,
                START,
                ledger,
                shards,
                done - shards / 3,
                shards / 3,
                List.of(part),
                List.of(),
                byRule,
                deadline,
                6_304.0);
    }

    void question() {
        put(Keys.runRecord(RUN), SampleQuestion.asked(RUN, "auc"));
    }

    private void put(String key, Object record) {
        store.put(key, Content.of(Json.pretty(record)));
    }
}
