package dev.nightjar.tables.check;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.Levels;

import org.jspecify.annotations.Nullable;

/** Categories, and labels of several classes, as codes of a dictionary. */
final class CategoryCheck extends ColumnCheck {
    private final CategoryColumn data;
    private final int[] codes;
    private final Levels levels;
    private final boolean closedLabel;
    private byte[] source = new byte[0];
    private int start;
    private int end;
    private boolean missing;

    CategoryCheck(Column column, Levels levels, boolean closed, int capacity, boolean clean) {
        super(column, clean);
        this.levels = requireNonNull(levels, "levels is null");
        this.codes = new int[capacity];
        this.data = new CategoryColumn(codes, levels);
        this.closedLabel = column.role() == Role.LABEL && closed && !clean;
    }

    @Override
    @Nullable Rule value(byte[] bytes, int from, int to, int row) {
        if (!Utf8.isWellFormed(bytes, from, to)) {
            return Rule.ENCODING;
        }
        if (closedLabel && levels.code(bytes, from, to) < 0) {
            return Rule.UNKNOWN_LABEL;
        }
        source = bytes;
        start = from;
        end = to;
        missing = false;
        return null;
    }

    @Override
    void takeMissing(int row) {
        missing = true;
    }

    @Override
    boolean cutsWithinQuotes() {
        return false;
    }

    @Override
    public boolean commits() {
        return true;
    }

    @Override
    public void commit(int row) {
        codes[row] = missing ? Levels.MISSING : levels.code(source, start, end);
    }

    @Override
    public CategoryColumn data() {
        return data;
    }
}
