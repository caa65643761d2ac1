package dev.nightjar.core.model;

import dev.nightjar.core.definition.Task;

/** The answers for one block, filled again for each block. Not safe for use by multiple threads. */
public final class Predictions {
    private final double[][] scores;
    private int rows;

    /**
     * Room for answers.
     *
     * @param capacity most rows
     * @param outputs {@link CompiledModel#outputs()} of the model
     */
    public Predictions(int capacity, int outputs) {
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be at least 1: " + outputs);
        }
        this.scores = new double[outputs][capacity];
    }

    /**
     * One array an output, one value a row; only the first {@link #rows()} are meaningful. Binary:
     * one output, the probability of the positive class. Multiclass: the probability of each class,
     * in the order of the model's labels. Regression: one output, in units of the target.
     */
    public double[][] scores() {
        return scores;
    }

    /** How many rows are answered. */
    public int rows() {
        return rows;
    }

    /** Most rows that fit. */
    public int capacity() {
        return scores[0].length;
    }

    /**
     * Index of the answer among the model's labels: for one output 1 when it is at least 0.5
     * (binary), else the first of the largest. Has no meaning for {@link Task#REGRESSION}.
     */
    public int label(int row) {
        if (scores.length == 1) {
            return scores[0][row] >= 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int output = 1; output < scores.length; output++) {
            if (scores[output][row] > scores[best][row]) {
                best = output;
            }
        }
        return best;
    }

    void rows(int answered) {
        this.rows = answered;
    }
}
