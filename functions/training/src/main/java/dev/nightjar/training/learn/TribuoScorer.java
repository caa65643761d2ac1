package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.FeatureReader;
import dev.nightjar.core.rows.RowBlock;

import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.RegressionFactory;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores blocks with Tribuo's own model, as one would without a compiled one: an example a row.
 * Rows are prepared as the compiled model's are. Not safe for use by multiple threads.
 */
public final class TribuoScorer {
    private final CompiledModel model;
    private final TribuoRecord record;
    private final FeatureReader reader;
    private final TribuoExamples examples;

    /**
     * A scorer by Tribuo.
     *
     * @param model whose columns and labels are meant; what it learned is not asked
     */
    public TribuoScorer(CompiledModel model, TribuoRecord record) {
        this.model = requireNonNull(model, "model is null");
        this.record = requireNonNull(record, "record is null");
        this.reader = model.transform().reader();
        this.examples = record.examples(model.transform().features());
    }

    /**
     * Answers all rows of the block.
     *
     * @return one array an output, one value a row, in the order and meaning of {@link
     *     dev.nightjar.core.model.Predictions#scores()}
     */
    public double[][] score(RowBlock block) {
        reader.bind(block);
        if (model.task() == Task.REGRESSION) {
            return new double[][] {
                record.targets(examples(block, RegressionFactory.UNKNOWN_REGRESSOR))
            };
        }
        List<double[]> rows =
                record.probabilities(examples(block, LabelFactory.UNKNOWN_LABEL), model.labels());
        boolean binary = model.task() == Task.BINARY;
        double[][] scores = new double[model.outputs()][block.rows()];
        for (int row = 0; row < rows.size(); row++) {
            for (int output = 0; output < scores.length; output++) {
                scores[output][row] = rows.get(row)[binary ? 1 : output];
            }
        }
        return scores;
    }

    private <T extends Output<T>> List<Example<T>> examples(RowBlock block, T unknown) {
        List<Example<T>> all = new ArrayList<>(block.rows());
        for (int row = 0; row < block.rows(); row++) {
            reader.features(row, examples);
            all.add(examples.example(unknown));
        }
        return all;
    }
}
