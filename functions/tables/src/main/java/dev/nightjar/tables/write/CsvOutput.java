package dev.nightjar.tables.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes RFC 4180 with LF line ends: quotes where a cell holds a comma, a quote or a line end, and
 * around the one empty cell of a row, which would else be an empty line. Not safe for use by
 * multiple threads.
 */
final class CsvOutput implements Closeable {
    private static final double MOST_INTEGER = 1e15;

    private final OutputStream out;
    private final byte[] buffer = new byte[64 << 10];
    private int size;
    private int cells;
    private boolean cellIsEmpty;

    CsvOutput(OutputStream out) {
        this.out = out;
    }

    void cell(byte[] bytes, int from, int to) {
        separate(from == to);
        if (!needsQuotes(bytes, from, to)) {
            put(bytes, from, to);
            return;
        }
        put('"');
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                put('"');
            }
            put(bytes[i]);
        }
        put('"');
    }

    void cell(byte[] bytes) {
        cell(bytes, 0, bytes.length);
    }

    void cell(String text) {
        cell(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An integer. */
    void cell(long number) {
        separate(false);
        digits(number);
    }

    /** The shortest text that reads back to the same double; nothing for NaN. */
    void cell(double number) {
        if (Double.isNaN(number)) {
            separate(true);
            return;
        }
        separate(false);
        put(Double.toString(number));
    }

    /** The same, with integers as integers. */
    void cellWithoutPoint(double number) {
        if (number == Math.rint(number) && Math.abs(number) < MOST_INTEGER) {
            separate(false);
            digits((long) number);
        } else {
            cell(number);
        }
    }

    void endRow() {
        if (cells == 1 && cellIsEmpty) {
            put('"');
            put('"');
        }
        put('\n');
        cells = 0;
    }

    void flush() {
        try {
            out.write(buffer, 0, size);
            size = 0;
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, size);
            size = 0;
        }
    }

    private void separate(boolean empty) {
        if (cells++ > 0) {
            put(',');
        }
        cellIsEmpty = empty;
    }

    private void digits(long number) {
        long rest = number;
        if (rest < 0) {
            put('-');
            rest = -rest;
        }
        long unit = 1;
        while (rest / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            put((int) ('0' + rest / unit % 10));
        }
    }

    private void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    private void put(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            put(bytes[i]);
        }
    }

    private void put(int value) {
        if (size == buffer.length) {
            drain();
        }
        buffer[size++] = (byte) value;
    }

    private void drain() {
        try {
            out.write(buffer, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size = 0;
    }

    private static boolean needsQuotes(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte value = bytes[i];
            if (value == ',' || value == '"' || value == '\n' || value == '\r') {
                return true;
            }
        }
        return false;
    }
}
