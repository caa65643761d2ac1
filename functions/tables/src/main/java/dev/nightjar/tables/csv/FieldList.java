package dev.nightjar.tables.csv;

import java.util.Arrays;

/**
 * Where the fields of one record lie: in the reader's buffer, relative to the record's start, or in
 * a copy where quotes had to be taken out.
 */
final class FieldList {
    private static final byte PLAIN = 0;
    private static final byte QUOTED = 1;
    private static final byte COPIED = 2;

    private final int most;
    private final boolean trim;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private byte[] kinds = new byte[32];
    private byte[] copies = new byte[256];
    private int copied;
    private int size;

    FieldList(int most, boolean trim) {
        this.most = most;
        this.trim = trim;
    }

    void clear() {
        size = 0;
        copied = 0;
    }

    int size() {
        return size;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isCopied(int field) {
        return kinds[field] == COPIED;
    }

    byte[] copies() {
        return copies;
    }

    boolean isEmptyLine() {
        return size == 1 && kinds[0] == PLAIN && starts[0] == ends[0];
    }

    /** Adds an unquoted field between two positions of the bytes. */
    void add(byte[] bytes, int recordStart, int from, int to) {
        int start = from;
        int end = to;
        if (trim) {
            while (start < end && isBlank(bytes[start])) {
                start++;
            }
            while (end > start && isBlank(bytes[end - 1])) {
                end--;
            }
        }
        put(start - recordStart, end - recordStart, PLAIN);
    }

    /** Adds a quoted field between two positions relative to the record. */
    void addQuoted(int from, int to) {
        put(from, to, QUOTED);
    }

    /**
     * Adds a field by copying: what stands between the quotes with doubled ones made one, and the
     * text behind the closing quote; positions relative to the record.
     */
    void addCopy(byte[] bytes, int recordStart, int from, int close, int to, int quote) {
        int room = copied + to - from;
        if (room > copies.length) {
            copies = Arrays.copyOf(copies, Math.max(room, copies.length * 2));
        }
        int start = copied;
        for (int i = recordStart + from; i < recordStart + close; i++) {
            copies[copied++] = bytes[i];
            if (bytes[i] == quote) {
                i++;
            }
        }
        for (int i = recordStart + close + 1; i < recordStart + to; i++) {
            copies[copied++] = bytes[i];
        }
        while (trim && to > close + 1 && copied > start && isBlank(copies[copied - 1])) {
            copied--;
        }
        put(start, copied, COPIED);
    }

    static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }

    private void put(int start, int end, byte kind) {
        if (size < most) {
            if (size == starts.length) {
                grow();
            }
            starts[size] = start;
            ends[size] = end;
            kinds[size] = kind;
        }
        size++;
    }

    private void grow() {
        int room = Math.min(most, size * 2);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        kinds = Arrays.copyOf(kinds, room);
    }
}
