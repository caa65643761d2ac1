package dev.nightjar.tables.check;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;

import org.jspecify.annotations.Nullable;

/**
 * Checks the cells of one column and puts them into its column data. A cell counts only once {@link
 * #commit} is called for its row, so that a row that a later column refuses leaves no trace. Not
 * safe for use by multiple threads.
 */
public abstract sealed class ColumnCheck
        permits NumberCheck, BooleanCheck, CategoryCheck, TextCheck {
    private final Column column;
    private final boolean clean;
    private MissingSpellings missing = MissingSpellings.NONE;
    private boolean trim;
    private boolean repaired;

    ColumnCheck(Column column, boolean clean) {
        this.column = requireNonNull(column, "column is null");
        this.clean = clean;
    }

    /**
     * The check of a column.
     *
     * @param clean whether the cells come from a snapshot, which was checked when it was written
     * @param levels of a category
     * @param closed whether a label must be one of the levels
     * @param capacity rows of a block
     */
    public static ColumnCheck of(
            Column column, boolean clean, Levels levels, boolean closed, int capacity) {
        if (column.role() == Role.KEY) {
            return new TextCheck(column, clean);
        }
        return switch (column.type()) {
            case BOOLEAN ->
                    clean
                            ? new NumberCheck(column, true, capacity)
                            : new BooleanCheck(column, capacity);
            case INTEGER, DECIMAL -> new NumberCheck(column, clean, capacity);
            case CATEGORY -> new CategoryCheck(column, levels, closed, capacity, clean);
            case DATE -> new TextCheck(column, clean);
            case TEXT ->
                    column.role() == Role.LABEL
                            ? new CategoryCheck(column, levels, closed, capacity, clean)
                            : new TextCheck(column, clean);
        };
    }

    /** Whether the column's cells become codes of a dictionary. */
    public static boolean isCategory(Column column) {
        return column.role() != Role.KEY
                && (column.type() == ColumnType.CATEGORY
                        || (column.type() == ColumnType.TEXT && column.role() == Role.LABEL));
    }

    /** Says how the next object spells missing values, and whether spaces are cut. */
    public final void format(MissingSpellings spellings, boolean cutSpaces) {
        this.missing = requireNonNull(spellings, "spellings is null");
        this.trim = cutSpaces;
    }

    /** The column. */
    public final Column column() {
        return column;
    }

    /** The rule that the cell breaks, or null; then {@link #repaired()} says how it was taken. */
    public final @Nullable Rule check(byte[] bytes, int from, int to, int row) {
        repaired = false;
        int start = from;
        int end = to;
        if (trim && cutsWithinQuotes()) {
            while (start < end && (bytes[start] == ' ' || bytes[start] == '\t')) {
                start++;
            }
            while (start < end && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
                end--;
            }
        }
        if (missing.contains(bytes, start, end)) {
            return missing(row);
        }
        return value(bytes, start, end, row);
    }

    /** Whether the cell checked last was mended without loss. */
    public final boolean repaired() {
        return repaired;
    }

    /** Takes the cell checked last into the row. */
    public void commit(int row) {}

    /** Forgets the rows of the last block. */
    public void clear() {}

    /** Whether {@link #commit} does anything. */
    public abstract boolean commits();

    /** Where the cells go. */
    public abstract ColumnData data();

    abstract @Nullable Rule value(byte[] bytes, int from, int to, int row);

    abstract void takeMissing(int row);

    /** Spaces mean nothing in numbers, booleans and days, even within quotes. */
    abstract boolean cutsWithinQuotes();

    final boolean clean() {
        return clean;
    }

    final void repair() {
        repaired = true;
    }

    private @Nullable Rule missing(int row) {
        if (column.role() == Role.KEY) {
            return Rule.MISSING_KEY;
        }
        if (column.role() == Role.LABEL || (!clean && column.missing() == null)) {
            return Rule.MISSING_VALUE;
        }
        takeMissing(row);
        return null;
    }
}
