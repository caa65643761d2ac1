package dev.nightjar.core.rows;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys, dates and texts as UTF-8 bytes, one after the other. Grows; not safe for use by threads.
 */
public final class TextColumn implements ColumnData {
    private byte[] bytes = new byte[1024];
    private int[] ends = new int[256];
    private int rows;

    /** Forgets all rows. */
    public void clear() {
        rows = 0;
    }

    /** Appends a cell. */
    public void add(byte[] source, int from, int to) {
        requireNonNull(source, "source is null");
        int start = start(rows);
        int end = start + to - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        if (rows == ends.length) {
            ends = Arrays.copyOf(ends, rows * 2);
        }
        System.arraycopy(source, from, bytes, start, to - from);
        ends[rows++] = end;
    }

    /** Takes back the last cell. */
    public void removeLast() {
        rows--;
    }

    /** The backing bytes of all cells. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the row's cell starts in {@link #bytes()}. */
    public int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Where the row's cell ends in {@link #bytes()}, exclusive. */
    public int end(int row) {
        return ends[row];
    }

    /** The row's cell as text; allocates. */
    public String text(int row) {
        return new String(bytes, start(row), end(row) - start(row), StandardCharsets.UTF_8);
    }
}
