package dev.nightjar.local.night;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where shards and rows of a batch went, as far as it came: counted by plan and receipts.
 *
 * @param receipts by shard id, also those reused of earlier attempts
 * @param byRule quarantined rows by rule
 */
public record BatchAccount(
        ScoreAnswer.Shards shards,
        ScoreAnswer.Rows rows,
        Map<String, Receipt> receipts,
        SortedMap<String, Long> byRule) {
    /** The account of the run. */
    public static BatchAccount of(Records records, RunId run, BatchPlan plan) {
        Map<String, Receipt> receipts = receipts(records, plan);
        SortedMap<String, Long> byRule = new TreeMap<>();
        receipts.values()
                .forEach(one -> one.byRule().forEach((k, n) -> byRule.merge(k, n, Long::sum)));
        Optional<Manifest> manifest = records.manifest(run);
        ScoreAnswer.Rows rows =
                manifest.map(found -> rows(found.ledger())).orElseGet(() -> rows(plan, receipts));
        return new BatchAccount(shards(plan, receipts), rows, receipts, byRule);
    }

    private static Map<String, Receipt> receipts(Records records, BatchPlan plan) {
        Map<RunId, SortedMap<String, Receipt>> byRun = new HashMap<>();
        Map<String, Receipt> receipts = new HashMap<>();
        for (PlannedShard shard : plan.shards()) {
            Receipt receipt =
                    byRun.computeIfAbsent(plan.receiptRun(shard), records::receipts)
                            .get(shard.shard());
            if (receipt != null) {
                receipts.put(shard.shard(), receipt);
            }
        }
        return receipts;
    }

    private static ScoreAnswer.Shards shards(BatchPlan plan, Map<String, Receipt> receipts) {
        int planned = plan.shards().size();
        int reused = (int) plan.shards().stream().filter(one -> one.reusedFrom() != null).count();
        int done = receipts.size();
        return new ScoreAnswer.Shards(planned, done - reused, reused, planned - done, 0, 0, 0);
    }

    private static ScoreAnswer.Rows rows(Ledger ledger) {
        return new ScoreAnswer.Rows(
                ledger.input(),
                ledger.scored(),
                ledger.quarantined(),
                ledger.late(),
                ledger.failed(),
                ledger.carriedOut());
    }

    private static ScoreAnswer.Rows rows(BatchPlan plan, Map<String, Receipt> receipts) {
        long scored = receipts.values().stream().mapToLong(Receipt::scored).sum();
        long quarantined = receipts.values().stream().mapToLong(Receipt::quarantined).sum();
        @Nullable Long input = plan.rows();
        Long failed = input == null ? null : Long.valueOf(input - scored - quarantined);
        return new ScoreAnswer.Rows(input, scored, quarantined, 0, failed, 0);
    }
}
