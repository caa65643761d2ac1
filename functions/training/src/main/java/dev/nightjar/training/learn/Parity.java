package dev.nightjar.training.learn;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.BundleRefused;
import dev.nightjar.core.model.BoostedTrees;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.model.LinearWeights;
import dev.nightjar.core.model.Predictions;
import dev.nightjar.core.model.Scorer;
import dev.nightjar.core.rows.RowBlock;

/**
 * The proof that the compiled model says what Tribuo's own model says: every score of every given
 * row within a bound, which for targets above 1 is relative. Not safe for use by multiple threads.
 */
public final class Parity {
    private static final double LINEAR_BOUND = 1e-9;
    private static final double TREES_BOUND = 1e-6;

    private final CompiledModel model;
    private final TribuoScorer tribuo;
    private final Scorer scorer;
    private long rows;
    private double largest;

    /** A comparison of which nothing is known yet. */
    public Parity(CompiledModel model, TribuoRecord record) {
        this.model = requireNonNull(model, "model is null");
        this.tribuo = new TribuoScorer(model, record);
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
        double[][] expected = tribuo.score(block);
        for (int output = 0; output < model.outputs(); output++) {
            String what = what(output);
            for (int row = 0; row < block.rows(); row++) {
                compare(block, row, what, compiled.scores()[output][row], expected[output][row]);
            }
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

    private String what(int output) {
        return switch (model.task()) {
            case REGRESSION -> "the target";
            case BINARY -> "the probability of '" + model.labels().get(1) + "'";
            case MULTICLASS -> "the probability of '" + model.labels().get(output) + "'";
        };
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
