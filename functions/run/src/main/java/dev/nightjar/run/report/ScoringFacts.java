package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Tally;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The records of a scoring run. Each may be missing: a run may have ended before the step.
 *
 * @param receipts by the shard's number, own and reused
 */
record ScoringFacts(
        RunFacts general,
        @Nullable BatchPlan plan,
        SortedMap<Integer, Receipt> receipts,
        @Nullable StepRecord<Tally> tally,
        @Nullable Manifest manifest) {
    /** A batch may have 40,000 receipts, and a store takes its time for each. */
    private static final int READERS = 16;

    ScoringFacts {
        requireNonNull(general, "general is null");
        receipts = new TreeMap<>(receipts);
    }

    static ScoringFacts read(RunId run, ObjectStore store) {
        Records records = new Records(store);
        BatchPlan plan = records.plan(run).orElse(null);
        return new ScoringFacts(
                RunFacts.read(run, records, store),
                plan,
                plan == null ? new TreeMap<>() : receipts(plan, records),
                records.step(run, "TallyBatch", Tally.class).orElse(null),
                records.manifest(run).orElse(null));
    }

    /** The account of the batch: the published one, else the counted one, else null. */
    @Nullable Ledger ledger() {
        if (manifest != null) {
            return manifest.ledger();
        }
        return tally == null ? null : tally.made().ledger();
    }

    /** Quarantined rows by rule: the published ones, else those of the receipts. */
    SortedMap<String, Long> byRule() {
        if (manifest != null) {
            return manifest.byRule();
        }
        SortedMap<String, Long> byRule = new TreeMap<>();
        for (Receipt receipt : receipts.values()) {
            for (Map.Entry<String, Long> rule : receipt.byRule().entrySet()) {
                byRule.merge(rule.getKey(), rule.getValue(), Long::sum);
            }
        }
        return byRule;
    }

    /** Shards that have no receipt. */
    List<PlannedShard> missing() {
        return plan == null
                ? List.of()
                : plan.shards().stream()
                        .filter(shard -> !receipts.containsKey(shard.number()))
                        .toList();
    }

    /** Shards whose receipt is an earlier attempt's. */
    long reused() {
        return plan == null
                ? 0
                : plan.shards().stream().filter(shard -> shard.reusedFrom() != null).count();
    }

    /** Receipts of shards that this attempt scored itself. */
    Collection<Receipt> own() {
        return receipts.values().stream()
                .filter(receipt -> receipt.run().equals(general.run()))
                .toList();
    }

    private static SortedMap<Integer, Receipt> receipts(BatchPlan plan, Records records) {
        SortedMap<Integer, Receipt> receipts = new TreeMap<>();
        List<Callable<Optional<Receipt>>> readings = new ArrayList<>();
        for (PlannedShard shard : plan.shards()) {
            String key = Keys.receipt(plan.receiptRun(shard), shard.shard());
            readings.add(() -> records.find(key, Receipt.class));
        }
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Optional<Receipt>>> found = readers.invokeAll(readings);
            for (int i = 0; i < found.size(); i++) {
                int number = plan.shards().get(i).number();
                found.get(i).get().ifPresent(receipt -> receipts.put(number, receipt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading receipts", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("receipts could not be read", e);
        }
        return receipts;
    }
}
