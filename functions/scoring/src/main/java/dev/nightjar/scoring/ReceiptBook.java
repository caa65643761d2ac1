package dev.nightjar.scoring;

import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.FailureRecord;
import dev.nightjar.core.night.Keys;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The account of a batch, made from receipts and failure records alone: nobody trusts a Map's
 * verdict. Immutable.
 */
final class ReceiptBook {
    private final BatchPlan plan;
    private final SortedMap<Integer, Receipt> receipts = new TreeMap<>();
    private final List<FailureRecord> failures;
    private final List<PlannedShard> missing = new ArrayList<>();

    /**
     * Reads the account.
     *
     * @throws LedgerBroken when a receipt is not the one of its shard
     */
    ReceiptBook(ObjectStore store, Records records, BatchPlan plan) {
        this.plan = plan;
        this.failures = records.failures(plan.run());
        refuseStrangers(store);
        Set<String> parts = new HashSet<>();
        for (PlannedShard shard : plan.shards()) {
            String key = Keys.receipt(plan.receiptRun(shard), shard.shard());
            Optional<Receipt> receipt = records.find(key, Receipt.class);
            if (receipt.isEmpty()) {
                missing.add(shard);
            } else {
                check(store, shard, receipt.get(), key, parts);
                receipts.put(shard.number(), receipt.get());
            }
        }
    }

    /** The receipts by shard number, in the order of input key and range. */
    SortedMap<Integer, Receipt> receipts() {
        return receipts;
    }

    /** Shards without a receipt. */
    List<PlannedShard> missing() {
        return missing;
    }

    /** Failures of shards without a receipt that only mended data can help. */
    List<FailureRecord> unfit() {
        Set<Integer> numbers =
                missing.stream().map(PlannedShard::number).collect(Collectors.toSet());
        return failures.stream()
                .filter(failure -> failure.state().equals(ScoreShard.STEP))
                .filter(failure -> failure.errorClass() == ErrorClass.DATA)
                .filter(failure -> failure.item() != null && numbers.contains(failure.item()))
                .toList();
    }

    /** Where every counted row went; shards without a receipt are failed. */
    Ledger ledger() {
        long scored = receipts.values().stream().mapToLong(Receipt::scored).sum();
        long quarantined = receipts.values().stream().mapToLong(Receipt::quarantined).sum();
        long failed =
                missing.stream()
                        .map(PlannedShard::rows)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
        Long counted = plan.rows();
        long input = counted == null ? scored + quarantined + failed : counted;
        return new Ledger(input, scored, quarantined, 0, failed, 0);
    }

    private void refuseStrangers(ObjectStore store) {
        Set<String> known =
                plan.shards().stream()
                        .map(shard -> Keys.receipt(plan.run(), shard.shard()))
                        .collect(Collectors.toSet());
        for (ObjectHead head : store.list(Keys.receipts(plan.run()))) {
            if (!known.contains(head.key())) {
                throw new LedgerBroken(
                        store.address(head.key()) + " belongs to no shard of the plan");
            }
        }
    }

    private static void check(
            ObjectStore store, PlannedShard shard, Receipt receipt, String key, Set<String> parts) {
        String where = store.address(key);
        if (!receipt.shard().equals(shard.shard())) {
            throw new LedgerBroken(where + " is the receipt of shard " + receipt.shard());
        }
        if (!parts.add(receipt.part().key())) {
            throw new LedgerBroken(
                    where + " names the part of another shard: " + receipt.part().key());
        }
        if (shard.rows() != null && receipt.rows() != shard.rows()) {
            throw new LedgerBroken(
                    where
                            + " accounts for "
                            + receipt.rows()
                            + " rows, the plan counted "
                            + shard.rows());
        }
    }
}
