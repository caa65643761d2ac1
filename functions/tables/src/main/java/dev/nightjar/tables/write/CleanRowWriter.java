package dev.nightjar.tables.write;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes clean rows so that reading them again, in the standard format and for the purpose CLEAN,
 * gives the same bits: a header, numbers in their shortest text, missing cells empty. The same rows
 * give the same bytes, packed or not. Not safe for use by multiple threads.
 */
public final class CleanRowWriter implements Closeable {
    private final CsvOutput out;
    private final int columns;

    private CleanRowWriter(OutputStream out, List<String> names) {
        this.out = new CsvOutput(out);
        this.columns = names.size();
        names.forEach(this.out::cell);
        this.out.endRow();
    }

    /** A writer of plain CSV; closing it closes the stream. */
    public static CleanRowWriter plain(OutputStream out, List<String> names) {
        return new CleanRowWriter(out, names);
    }

    /** A writer of packed CSV; closing it closes the stream. The packed header holds no time. */
    public static CleanRowWriter gzip(OutputStream out, List<String> names) throws IOException {
        return new CleanRowWriter(new GZIPOutputStream(out, 64 << 10), names);
    }

    /** Writes all rows of the block. */
    public void write(RowBlock block) {
        for (int row = 0; row < block.rows(); row++) {
            write(block, row);
        }
    }

    /** Writes one row of the block. */
    public void write(RowBlock block, int row) {
        for (int i = 0; i < columns; i++) {
            cell(block.column(i), row);
        }
        out.endRow();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void cell(ColumnData data, int row) {
        switch (data) {
            case NumberColumn numbers -> out.cellWithoutPoint(numbers.values()[row]);
            case TextColumn texts -> out.cell(texts.bytes(), texts.start(row), texts.end(row));
            case CategoryColumn categories -> {
                int code = categories.codes()[row];
                if (code == Levels.UNSEEN) {
                    throw new IllegalArgumentException("a level that nobody knows is not written");
                }
                out.cell(code == Levels.MISSING ? "" : categories.levels().text(code));
            }
        }
    }
}
