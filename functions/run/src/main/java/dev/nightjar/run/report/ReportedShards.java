package dev.nightjar.run.report;

import dev.nightjar.core.night.BatchPlan;
import dev.nightjar.core.night.PlannedShard;
import dev.nightjar.core.night.Receipt;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The mini-batches of a batch.
 *
 * @param planned how many
 * @param scored by this attempt
 * @param reused from earlier attempts
 * @param missing without a receipt
 * @param rows that this attempt saw
 * @param seconds that this attempt's shards took, added up
 * @param listed all of them by number; of very many those that are missing, the slowest and the
 *     first
 */
public record ReportedShards(
        int planned,
        int scored,
        long reused,
        int missing,
        long rows,
        double seconds,
        List<Line> listed) {
    static final int MOST = 200;
    static final int MOST_MISSING = 100;
    static final int MOST_SLOW = 50;

    public ReportedShards {
        listed = List.copyOf(listed);
    }

    /**
     * One shard.
     *
     * @param object key of its input
     * @param from first byte
     * @param to end, exclusive
     * @param rows that the plan counted, or null
     * @param scored null without a receipt
     * @param reusedFrom attempt whose receipt it reuses, or null
     */
    public record Line(
            int number,
            String object,
            long from,
            long to,
            boolean whole,
            @Nullable Long rows,
            @Nullable Long scored,
            @Nullable Long quarantined,
            @Nullable Double seconds,
            @Nullable Integer reusedFrom) {
        /** Rows a second, or null when that was not measured. */
        @Nullable Double rowsPerSecond() {
            return scored == null || quarantined == null || seconds == null || seconds <= 0
                    ? null
                    : (scored + quarantined) / seconds;
        }
    }

    /** Whether some are not listed. */
    boolean summarised() {
        return listed.size() < planned;
    }

    static ReportedShards of(ScoringFacts facts) {
        BatchPlan plan = facts.plan();
        if (plan == null) {
            return new ReportedShards(0, 0, 0, 0, 0, 0, List.of());
        }
        return new ReportedShards(
                plan.shards().size(),
                facts.own().size(),
                facts.reused(),
                facts.missing().size(),
                facts.own().stream().mapToLong(Receipt::rows).sum(),
                facts.own().stream().mapToDouble(Receipt::seconds).sum(),
                listed(facts, plan));
    }

    private static List<Line> listed(ScoringFacts facts, BatchPlan plan) {
        if (plan.shards().size() <= MOST) {
            return plan.shards().stream().map(shard -> line(facts, plan, shard)).toList();
        }
        NavigableSet<PlannedShard> chosen =
                new TreeSet<>(Comparator.comparingInt(PlannedShard::number));
        facts.missing().stream().limit(MOST_MISSING).forEach(chosen::add);
        slowest(facts, plan).stream().limit(MOST_SLOW).forEach(chosen::add);
        for (PlannedShard shard : plan.shards()) {
            if (chosen.size() >= MOST) {
                break;
            }
            chosen.add(shard);
        }
        return chosen.stream().map(shard -> line(facts, plan, shard)).toList();
    }

    private static List<PlannedShard> slowest(ScoringFacts facts, BatchPlan plan) {
        List<PlannedShard> scored = new ArrayList<>(plan.shards());
        scored.removeIf(shard -> !facts.receipts().containsKey(shard.number()));
        scored.sort(Comparator.comparingDouble((PlannedShard shard) -> -seconds(facts, shard)));
        return scored;
    }

    private static double seconds(ScoringFacts facts, PlannedShard shard) {
        Receipt receipt = facts.receipts().get(shard.number());
        return receipt == null ? 0 : receipt.seconds();
    }

    private static Line line(ScoringFacts facts, BatchPlan plan, PlannedShard shard) {
        Receipt receipt = facts.receipts().get(shard.number());
        return new Line(
                shard.number(),
                plan.inputs().get(shard.input()).key(),
                shard.from(),
                shard.to(),
                shard.whole(),
                shard.rows(),
                receipt == null ? null : Long.valueOf(receipt.scored()),
                receipt == null ? null : Long.valueOf(receipt.quarantined()),
                receipt == null ? null : Double.valueOf(receipt.seconds()),
                shard.reusedFrom());
    }
}
