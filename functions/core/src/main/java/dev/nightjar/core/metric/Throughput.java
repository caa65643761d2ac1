package dev.nightjar.core.metric;

import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.rows.RowBlock;

import java.util.List;
import java.util.function.LongSupplier;

/** How fast a compiled model answers, on one thread and without reading the rows. */
public final class Throughput {
    private static final int PASSES = 5;
    private static final long LEAST_NANOSECONDS = 20_000_000;
    private static final int MOST_ROUNDS = 10_000;

    private Throughput() {}

    /**
     * Rows a second, the best of five passes after one to warm up. A pass takes all blocks as often
     * as it needs for 20 milliseconds, at most 10,000 times.
     *
     * @param blocks filled; at least one row in all
     * @param nanoseconds a clock that only ever rises
     */
    public static double rowsPerSecond(
            CompiledModel model, List<RowBlock> blocks, LongSupplier nanoseconds) {
        int capacity = blocks.stream().mapToInt(RowBlock::rows).max().orElse(0);
        if (capacity == 0) {
            throw new IllegalArgumentException("there is no row to measure with");
        }
        Scorer scorer = model.scorer();
        Predictions answers = new Predictions(capacity, model.outputs());
        double best = 0;
        for (int pass = 0; pass <= PASSES; pass++) {
            double speed = pass(scorer, answers, blocks, nanoseconds);
            best = pass == 0 ? 0 : Math.max(best, speed);
        }
        return best;
    }

    private static double pass(
            Scorer scorer, Predictions answers, List<RowBlock> blocks, LongSupplier nanoseconds) {
        long start = nanoseconds.getAsLong();
        long rows = 0;
        long passed = 0;
        for (int round = 0; round < MOST_ROUNDS && passed < LEAST_NANOSECONDS; round++) {
            for (RowBlock block : blocks) {
                scorer.score(block, answers);
                rows += block.rows();
            }
            passed = nanoseconds.getAsLong() - start;
        }
        return rows * 1e9 / Math.max(1, passed);
    }
}
