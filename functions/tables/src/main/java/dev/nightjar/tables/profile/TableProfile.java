package dev.nightjar.tables.profile;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of a table look like, column by column, in space that does not grow with rows. Two
 * profiles of the same columns can be merged. Not safe for use by multiple threads.
 */
public final class TableProfile {
    private final Map<String, ColumnSketch> columns = new LinkedHashMap<>();
    private long rows;

    private static final class ColumnSketch {
        final NumberSketch numbers = new NumberSketch();
        final LevelSketch levels = new LevelSketch();
        boolean hasNumbers;
        boolean hasLevels;
        long rows;
        long missing;
    }

    /** Takes the rows of a block. */
    public void add(RowBlock block) {
        rows += block.rows();
        for (int i = 0; i < block.names().size(); i++) {
            ColumnSketch sketch = sketch(block.names().get(i));
            sketch.rows += block.rows();
            switch (block.column(i)) {
                case NumberColumn column -> {
                    sketch.hasNumbers = true;
                    sketch.missing += sketch.numbers.add(column.values(), block.rows());
                }
                case CategoryColumn column -> {
                    sketch.hasLevels = true;
                    long before = sketch.levels.missing();
                    sketch.levels.add(column, block.rows());
                    sketch.missing += sketch.levels.missing() - before;
                }
                case TextColumn column -> sketch.missing += empty(column, block.rows());
            }
        }
    }

    /** Takes the rows of another profile. */
    public void merge(TableProfile other) {
        rows += other.rows;
        other.columns.forEach(
                (name, theirs) -> {
                    ColumnSketch ours = sketch(name);
                    ours.rows += theirs.rows;
                    ours.missing += theirs.missing;
                    ours.hasNumbers |= theirs.hasNumbers;
                    ours.hasLevels |= theirs.hasLevels;
                    ours.numbers.merge(theirs.numbers);
                    ours.levels.merge(theirs.levels);
                });
    }

    /** Rows taken. */
    public long rows() {
        return rows;
    }

    /** One profile a column, in the order of the blocks. */
    public List<ColumnProfile> columns() {
        List<ColumnProfile> profiles = new ArrayList<>();
        columns.forEach(
                (name, sketch) ->
                        profiles.add(
                                new ColumnProfile(
                                        name,
                                        sketch.rows,
                                        sketch.missing,
                                        sketch.hasNumbers ? sketch.numbers.summary() : null,
                                        sketch.hasLevels ? sketch.levels.summary() : null)));
        return profiles;
    }

    private ColumnSketch sketch(String name) {
        return columns.computeIfAbsent(name, absent -> new ColumnSketch());
    }

    private static long empty(TextColumn column, int rows) {
        long empty = 0;
        for (int row = 0; row < rows; row++) {
            if (column.start(row) == column.end(row)) {
                empty++;
            }
        }
        return empty;
    }
}
