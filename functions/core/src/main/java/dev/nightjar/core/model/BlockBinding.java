package dev.nightjar.core.model;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Finds a transform's columns by name on a block and checks their kinds; remembers the last block.
 * Not safe for use by multiple threads.
 */
final class BlockBinding {
    private static final double[] NO_VALUES = {};
    private static final int[] NO_CODES = {};

    private final List<ColumnTransform> columns;
    private final LevelMapping[] mappings;
    private final double[][] values;
    private final int[][] codes;
    private final int[][] mapped;
    private @Nullable RowBlock bound;

    BlockBinding(Transform transform) {
        this.columns = transform.columns();
        int size = columns.size();
        this.mappings = new LevelMapping[size];
        this.values = new double[size][];
        this.codes = new int[size][];
        this.mapped = new int[size][];
        for (int i = 0; i < size; i++) {
            values[i] = NO_VALUES;
            codes[i] = NO_CODES;
            mapped[i] = NO_CODES;
            if (columns.get(i) instanceof CategoryTransform category) {
                mappings[i] = new LevelMapping(category);
            }
        }
    }

    /**
     * Looks at the block's columns as they are now.
     *
     * @throws DataUnfit when a column is absent or of another kind
     */
    void bind(RowBlock block) {
        boolean same = block == bound;
        for (int i = 0; i < columns.size(); i++) {
            if (!same || mappings[i] != null) {
                bind(i, block);
            }
        }
        bound = block;
    }

    /** The number column's values, one a row. */
    double[] values(int column) {
        return values[column];
    }

    /** The category column's codes as the block has them, one a row. */
    int[] codes(int column) {
        return codes[column];
    }

    /** The model's code for each code of the block, shifted by {@link LevelMapping#SHIFT}. */
    int[] mapped(int column) {
        return mapped[column];
    }

    /** Another number whenever the category column's {@link #mapped} has changed. */
    int version(int column) {
        return mappings[column].version();
    }

    private void bind(int i, RowBlock block) {
        ColumnTransform transform = columns.get(i);
        int index = block.index(transform.name());
        if (index < 0) {
            throw new DataUnfit(
                    "The model needs the column '"
                            + transform.name()
                            + "', which the rows do not have. Their columns are: "
                            + block.names());
        }
        ColumnData data = block.column(index);
        if (transform instanceof NumberTransform && data instanceof NumberColumn number) {
            values[i] = number.values();
        } else if (transform instanceof CategoryTransform
                && data instanceof CategoryColumn category) {
            codes[i] = category.codes();
            mapped[i] = mappings[i].codes(category.levels());
        } else {
            throw new DataUnfit(
                    "The model needs the column '"
                            + transform.name()
                            + "' as "
                            + transform.type()
                            + ", but the rows hold a "
                            + data.getClass().getSimpleName());
        }
    }
}
