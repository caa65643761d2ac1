package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Sends the first record of a CSV one way and the rest another, and counts: a line end within
 * quotes ends no record. Not safe for use by multiple threads.
 */
final class CsvLines {
    private final OutputStream header;
    private final OutputStream rows;
    private long records;
    private boolean quoted;

    CsvLines(OutputStream header, OutputStream rows) {
        this.header = requireNonNull(header, "header is null");
        this.rows = requireNonNull(rows, "rows is null");
    }

    void write(byte[] bytes, int count) throws IOException {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                records++;
                if (records == 1) {
                    header.write(bytes, 0, i + 1);
                    start = i + 1;
                }
            }
        }
        (records == 0 ? header : rows).write(bytes, start, count - start);
    }

    /** Records so far, the header among them. */
    long records() {
        return records;
    }
}
