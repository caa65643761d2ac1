package dev.nightjar.training.learn;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Column;
import dev.nightjar.core.metric.Metrics;
import dev.nightjar.core.metric.Outcomes;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Preparation;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.model.TransformFitter;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import java.util.List;

/** The way from blocks to a judged model, as the steps go it. */
final class Training {
    private Training() {}

    static TrainingRows rows(
            List<Column> features, Column label, List<RowBlock> blocks, Preparation preparation) {
        TransformFitter fitter = new TransformFitter(features, preparation);
        blocks.forEach(fitter::add);
        TrainingRows rows = new TrainingRows(fitter.fit(), label);
        blocks.forEach(rows::add);
        return rows;
    }

    static Learned learn(RealTable table, CandidateSettings settings) {
        Preparation preparation = Preparation.of(settings.trainer());
        TrainingRows rows = rows(table.features(), table.label(), table.train(), preparation);
        return Learner.learn(rows, settings, 1);
    }

    static Parity prove(Learned learned, List<RowBlock> blocks) {
        Parity parity = new Parity(learned.model(), TribuoRecord.read(learned.tribuo()));
        blocks.forEach(parity::check);
        return parity;
    }

    static Metrics judge(CompiledModel model, List<RowBlock> blocks, String label) {
        Scorer scorer = model.scorer();
        Outcomes outcomes = new Outcomes(model.task(), model.outputs());
        for (RowBlock block : blocks) {
            Predictions answers = new Predictions(block.capacity(), model.outputs());
            scorer.score(block, answers);
            for (int row = 0; row < block.rows(); row++) {
                outcomes.add(truth(block, label, model.labels(), row), answers, row);
            }
        }
        return outcomes.metrics();
    }

    private static double truth(RowBlock block, String label, List<String> labels, int row) {
        return switch (block.column(block.index(label))) {
            case NumberColumn numbers -> numbers.values()[row];
            case CategoryColumn categories ->
                    labels.indexOf(categories.levels().text(categories.codes()[row]));
            default -> throw new IllegalStateException("a label of text");
        };
    }
}
