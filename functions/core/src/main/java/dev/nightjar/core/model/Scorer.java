package dev.nightjar.core.model;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.rows.RowBlock;

/**
 * Turns blocks of rows into answers. Works column by column, without allocation a row; the answers
 * are the same bits on every machine. Each thread takes its own.
 */
public final class Scorer {
    private final Task task;
    private final int outputs;
    private final BlockBinding binding;
    private final Margins margins;
    private final Links links = new Links();

    Scorer(CompiledModel model) {
        this.task = model.task();
        this.outputs = model.outputs();
        this.binding = new BlockBinding(model.transform());
        this.margins =
                switch (model.part()) {
                    case LinearWeights weights -> new LinearMargins(model.transform(), weights);
                    case BoostedTrees trees -> new TreeMargins(model.transform(), trees);
                };
    }

    /**
     * Answers all rows of the block. Columns are found by name; others are ignored.
     *
     * @throws dev.nightjar.core.error.DataUnfit when a column is absent or of another kind
     * @throws IllegalArgumentException when the answers do not fit
     */
    public void score(RowBlock block, Predictions out) {
        int rows = block.rows();
        double[][] scores = out.scores();
        if (scores.length != outputs || rows > out.capacity()) {
            throw new IllegalArgumentException(
                    "room for "
                            + out.capacity()
                            + " rows of "
                            + scores.length
                            + " outputs, needed: "
                            + rows
                            + " of "
                            + outputs);
        }
        binding.bind(block);
        margins.margins(binding, rows, scores);
        switch (task) {
            case BINARY -> Links.logistic(scores[0], rows);
            case MULTICLASS -> links.softmax(scores, rows);
            case REGRESSION -> {}
        }
        out.rows(rows);
    }
}
