package dev.nightjar.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.LinearWeights;
import dev.nightjar.core.model.NumberTransform;
import dev.nightjar.core.model.Transform;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

final class ThroughputTest {
    private static final CompiledModel MODEL =
            new CompiledModel(
                    Task.REGRESSION,
                    List.of(),
                    new Transform(List.of(new NumberTransform("x", ColumnType.DECIMAL, 0, 0, 1))),
                    new LinearWeights(new double[1][1], new double[1]));

    /** Every look at the clock finds it a fixed step later; a pass ends after 20 milliseconds. */
    @Test
    void theBestOfFivePassesCountsAndTheFirstOneOnlyWarmsUp() {
        AtomicLong now = new AtomicLong();
        AtomicInteger pass = new AtomicInteger(-1);
        long[] steps = {1_000_000, 10_000_000, 5_000_000, 2_000_000, 4_000_000, 20_000_000};
        AtomicLong start = new AtomicLong();
        double speed =
                Throughput.rowsPerSecond(
                        MODEL,
                        List.of(block(1000)),
                        () -> {
                            if (now.get() - start.get() >= 20_000_000 || pass.get() < 0) {
                                start.set(now.get());
                                pass.incrementAndGet();
                                return now.get();
                            }
                            return now.addAndGet(steps[pass.get()]);
                        });
        assertThat(speed).isEqualTo(1000 / 0.002);
    }

    @Test
    void noRowsCannotBeMeasured() {
        assertThatThrownBy(() -> Throughput.rowsPerSecond(MODEL, List.of(), System::nanoTime))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RowBlock block(int rows) {
        RowBlock block =
                new RowBlock(List.of("x"), List.of(new NumberColumn(new double[rows])), rows);
        block.rows(rows);
        return block;
    }
}
