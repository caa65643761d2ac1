package dev.nightjar.training;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.metric.Metrics;
import dev.nightjar.core.metric.Outcomes;
import dev.nightjar.core.metric.Throughput;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.rows.RowBlock;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a compiled model did on rows that it never learned from.
 *
 * @param metrics with speed and size where they were asked for
 */
record Judged(Metrics metrics, Outcomes outcomes) {
    /** The model's answers on all rows of the part. */
    static Judged of(CompiledModel model, Definition definition, SnapshotPart part) {
        Outcomes outcomes = outcomes(model, definition, part, block -> {});
        return new Judged(outcomes.metrics(), outcomes);
    }

    /** The same with speed, measured on the first block, and size. */
    static Judged withSpeed(
            CompiledModel model,
            Definition definition,
            SnapshotPart part,
            LongSupplier nanoseconds) {
        double[] speed = {Double.NaN};
        Outcomes outcomes =
                outcomes(
                        model,
                        definition,
                        part,
                        block -> {
                            if (Double.isNaN(speed[0])) {
                                speed[0] =
                                        Throughput.rowsPerSecond(
                                                model, List.of(block), nanoseconds);
                            }
                        });
        Metrics metrics =
                outcomes.metrics()
                        .with(Metric.ROWS_PER_SECOND, speed[0])
                        .with(Metric.MODEL_BYTES, model.size());
        return new Judged(metrics, outcomes);
    }

    private static Outcomes outcomes(
            CompiledModel model,
            Definition definition,
            SnapshotPart part,
            dev.nightjar.tables.RowSink first) {
        Scorer scorer = model.scorer();
        Truth truth = new Truth(definition.label(), model);
        Outcomes outcomes = new Outcomes(model.task(), model.outputs());
        Predictions[] answers = new Predictions[1];
        part.read(
                (RowBlock block) -> {
                    first.accept(block);
                    Predictions target = answers[0];
                    if (target == null) {
                        target = new Predictions(block.capacity(), model.outputs());
                        answers[0] = target;
                    }
                    scorer.score(block, target);
                    for (int row = 0; row < block.rows(); row++) {
                        outcomes.add(truth.of(block, row), target, row);
                    }
                });
        return outcomes;
    }
}
