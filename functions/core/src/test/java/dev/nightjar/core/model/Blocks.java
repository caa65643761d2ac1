package dev.nightjar.core.model;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;

import java.util.ArrayList;
import java.util.List;

/** Makes small blocks, column by column. */
final class Blocks {
    private final List<String> names = new ArrayList<>();
    private final List<ColumnData> columns = new ArrayList<>();
    private int rows;

    Blocks numbers(String name, double... values) {
        names.add(name);
        columns.add(new NumberColumn(values));
        rows = values.length;
        return this;
    }

    /** An empty text is a missing cell. */
    Blocks categories(String name, Levels levels, String... cells) {
        int[] codes = new int[cells.length];
        for (int row = 0; row < cells.length; row++) {
            codes[row] = cells[row].isEmpty() ? Levels.MISSING : levels.code(cells[row]);
        }
        names.add(name);
        columns.add(new CategoryColumn(codes, levels));
        rows = cells.length;
        return this;
    }

    RowBlock block() {
        RowBlock block = new RowBlock(names, columns, rows);
        block.rows(rows);
        return block;
    }
}
