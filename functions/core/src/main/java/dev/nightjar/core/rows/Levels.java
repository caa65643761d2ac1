package dev.nightjar.core.rows;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The levels of a category, found by bytes without making a String a cell. A growing dictionary
 * gives each new level the next code; a fixed one answers {@link #UNSEEN}, so that scoring's memory
 * does not grow with the data. A growing one is not safe for use by multiple threads, a fixed one
 * is.
 */
public final class Levels {
    /** Code of a missing cell. */
    public static final int MISSING = -1;

    /** Code of a level that a fixed dictionary does not know. */
    public static final int UNSEEN = -2;

    private final boolean growing;
    private final List<String> texts = new ArrayList<>();
    private byte[][] keys = new byte[16][];
    private int[] table = new int[32];

    private Levels(boolean growing) {
        this.growing = growing;
        Arrays.fill(table, -1);
    }

    /** An empty dictionary that learns. */
    public static Levels growing() {
        return new Levels(true);
    }

    /** A dictionary of the given levels; level {@code i} has code {@code i}. */
    public static Levels fixed(List<String> levels) {
        Levels fixed = new Levels(false);
        for (String level : levels) {
            byte[] bytes = level.getBytes(StandardCharsets.UTF_8);
            int slot = fixed.slot(bytes, 0, bytes.length);
            if (fixed.table[slot] >= 0) {
                throw new IllegalArgumentException("level '" + level + "' is given twice");
            }
            fixed.insert(slot, bytes);
        }
        return fixed;
    }

    /** The code of the cell's level. */
    public int code(byte[] source, int from, int to) {
        requireNonNull(source, "source is null");
        int slot = slot(source, from, to);
        int code = table[slot];
        if (code >= 0) {
            return code;
        }
        return growing ? insert(slot, Arrays.copyOfRange(source, from, to)) : UNSEEN;
    }

    /** The code of a level given as text. */
    public int code(String level) {
        byte[] bytes = level.getBytes(StandardCharsets.UTF_8);
        return code(bytes, 0, bytes.length);
    }

    /** The level with the code. */
    public String text(int code) {
        return texts.get(code);
    }

    /** All levels in the order of codes. */
    public List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    /** How many levels there are. */
    public int size() {
        return texts.size();
    }

    private int insert(int slot, byte[] key) {
        int code = texts.size();
        if (code == keys.length) {
            keys = Arrays.copyOf(keys, code * 2);
        }
        keys[code] = key;
        texts.add(new String(key, StandardCharsets.UTF_8));
        table[slot] = code;
        if (texts.size() * 2 > table.length) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int code = 0; code < texts.size(); code++) {
            byte[] key = keys[code];
            table[slot(key, 0, key.length)] = code;
        }
    }

    private int slot(byte[] source, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + source[i];
        }
        int mask = table.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (table[slot] >= 0) {
            byte[] key = keys[table[slot]];
            if (Arrays.equals(key, 0, key.length, source, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
