package dev.nightjar.training.learn;

import dev.nightjar.core.model.CodePoints;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.Levels;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes of a multiclass label, in the order in which rows show them and at the end in code
 * point order. Not safe for use by multiple threads.
 */
final class ClassCounts {
    private final Levels seen = Levels.growing();
    private @Nullable Levels source;
    private int[] codes = new int[0];
    private int[] order = new int[0];

    /** Our code of the row's class; NaN when the cell is missing or unknown to its own levels. */
    double code(CategoryColumn column, int row) {
        int code = column.codes()[row];
        if (code < 0) {
            return Double.NaN;
        }
        if (column.levels() != source) {
            source = column.levels();
            codes = new int[0];
        }
        if (code >= codes.length) {
            int known = codes.length;
            codes = Arrays.copyOf(codes, column.levels().size());
            Arrays.fill(codes, known, codes.length, -1);
        }
        if (codes[code] < 0) {
            codes[code] = seen.code(column.levels().text(code));
        }
        return codes[code];
    }

    /** The classes seen, in code point order. */
    List<String> labels() {
        List<String> labels = new ArrayList<>(seen.texts());
        labels.sort(CodePoints.ORDER);
        return labels;
    }

    /** Index among the labels of the class with our code. */
    int index(int code) {
        if (order.length != seen.size()) {
            Levels sorted = Levels.fixed(labels());
            order = new int[seen.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = sorted.code(seen.text(i));
            }
        }
        return order[code];
    }
}
