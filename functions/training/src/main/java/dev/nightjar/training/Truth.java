package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.model.CompiledModel;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

/** Reads the label of rows as a model counts classes. Not safe for use by multiple threads. */
final class Truth {
    private final String label;
    private final Levels classes;

    Truth(Column label, CompiledModel model) {
        this.label = requireNonNull(label, "label is null").name();
        this.classes = Levels.fixed(model.labels());
    }

    /**
     * The row's target, or the index of its class among the model's labels; -1 for a class that the
     * model does not know.
     */
    double of(RowBlock block, int row) {
        ColumnData column = block.column(block.index(label));
        if (column instanceof NumberColumn numbers) {
            return numbers.values()[row];
        }
        if (column instanceof CategoryColumn categories) {
            int code = categories.codes()[row];
            return code < 0 ? -1 : Math.max(-1, classes.code(categories.levels().text(code)));
        }
        throw new IllegalStateException("the label " + label + " is neither number nor category");
    }
}
