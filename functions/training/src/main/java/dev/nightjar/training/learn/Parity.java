package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.BoostedTrees;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.FeatureReader;
import dev.nightjar.core.model.LinearWeights;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.rows.RowBlock;

import org.tribuo.Example;
import org.tribuo.Output;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.RegressionFactory;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that the compiled model says what Tribuo's own model says: every score of every given
 * row within a bound, which for targets above 1 is relative. Not safe for use by multiple threads.
 */
public final class Parity {
    private static final double LINEAR_BOUND = 1e-9;
    private static final double TREES_BOUND = 1e-6;

    private final CompiledModel model;
    private final TribuoRecord record;
    private final FeatureReader reader;
    private final TribuoExamples examples;
    private final Scorer scorer;
    private long rows;
    private double largest;

    /** A comparison of which nothing is known yet. */
    public Parity(CompiledModel model, TribuoRecord record) {
        this.model = requireNonNull(model, "model is null");
        this.record = requireNonNull(record, "record is null");
        this.reader = model.transform().reader();
        this.examples = record.examples(model.transform().features());
        this.scorer = model.scorer();
    }

    /** Largest difference allowed: 1e-9 for linear models, 1e-6 for trees. */
    public static double bound(CompiledModel model) {
        return switch (model.part()) {
            case LinearWeights _ -> LINEAR_BOUND;
            case BoostedTrees _ -> TREES_BOUND;
        };
    }

    /**
     * Compares all rows of the block.
     *
     * @throws BundleRefused when a score differs by more than the bound, naming row and both values
     */
    public void check(RowBlock block) {
        Predictions compiled = new Predictions(Math.max(1, block.rows()), model.outputs());
        scorer.score(block, compiled);
        reader.bind(block);
        if (model.task() == Task.REGRESSION) {
            double[] targets = record.targets(examples(block, RegressionFactory.UNKNOWN_REGRESSOR));
            for (int row = 0; row < targets.length; row++) {
                compare(block, row, "the target", compiled.scores()[0][row], targets[row]);
            }
        } else {
            checkClasses(block, compiled);
        }
        rows += block.rows();
    }

    /** How many rows were compared. */
    public long rows() {
        return rows;
    }

    /** The largest difference seen; relative to Tribuo's value where that is above 1. */
    public double largest() {
        return largest;
    }

    private void checkClasses(RowBlock block, Predictions compiled) {
        List<double[]> probabilities =
                record.probabilities(examples(block, LabelFactory.UNKNOWN_LABEL), model.labels());
        boolean binary = model.task() == Task.BINARY;
        for (int row = 0; row < probabilities.size(); row++) {
            for (int output = 0; output < model.outputs(); output++) {
                int label = binary ? 1 : output;
                compare(
                        block,
                        row,
                        "the probability of '" + model.labels().get(label) + "'",
                        compiled.scores()[output][row],
                        probabilities.get(row)[label]);
            }
        }
    }

    private <T extends Output<T>> List<Example<T>> examples(RowBlock block, T unknown) {
        List<Example<T>> all = new ArrayList<>(block.rows());
        for (int row = 0; row < block.rows(); row++) {
            reader.features(row, examples);
            all.add(examples.example(unknown));
        }
        return all;
    }

    private void compare(RowBlock block, int row, String what, double compiled, double tribuo) {
        double difference = Math.abs(compiled - tribuo) / Math.max(1, Math.abs(tribuo));
        if (!(difference <= bound(model))) {
            throw new BundleRefused(
                    "The compiled model differs from Tribuo's: for the record "
                            + block.records()[row]
                            + " "
                            + what
                            + " is "
                            + compiled
                            + ", Tribuo says "
                            + tribuo
                            + "; allowed is a difference of "
                            + bound(model)
                            + ".");
        }
        largest = Math.max(largest, difference);
    }
}
