package dev.nightjar.core.rows;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A few thousand clean rows, column by column. A reader fills the same block again and again: who
 * wants to keep something copies it. Not safe for use by multiple threads.
 */
public final class RowBlock {
    private final List<String> names;
    private final ColumnData[] columns;
    private final long[] records;
    private final long[] lines;
    private int rows;

    /**
     * An empty block.
     *
     * @param names of the columns, in order
     * @param columns one a name; number and category columns hold at least {@code capacity} entries
     * @param capacity most rows
     */
    public RowBlock(List<String> names, List<ColumnData> columns, int capacity) {
        this.names = List.copyOf(names);
        this.columns = columns.toArray(ColumnData[]::new);
        if (this.names.size() != this.columns.length) {
            throw new IllegalArgumentException("names and columns differ in number");
        }
        this.records = new long[capacity];
        this.lines = new long[capacity];
    }

    /** Number of rows filled. */
    public int rows() {
        return rows;
    }

    /** Most rows that fit. */
    public int capacity() {
        return records.length;
    }

    /** Says how many rows are filled. */
    public void rows(int filled) {
        this.rows = filled;
    }

    /** Names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    /** Index of the named column, or -1. */
    public int index(String name) {
        return names.indexOf(requireNonNull(name, "name is null"));
    }

    /** The column at the index. */
    public ColumnData column(int index) {
        return columns[index];
    }

    /**
     * For each row the number of its record, counted from 0 over all data records that the reader
     * saw (also quarantined and excluded ones).
     */
    public long[] records() {
        return records;
    }

    /** For each row the line of its object on which the record starts, counted from 1. */
    public long[] lines() {
        return lines;
    }
}
