package dev.nightjar.core.model;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.Levels;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each level of a column was seen; blocks may come with different dictionaries. Not safe
 * for use by multiple threads.
 */
final class LevelSummary {
    private final Map<String, Long> counts = new TreeMap<>(CodePoints.ORDER);
    private @Nullable Levels levels;
    private long[] byCode = new long[0];
    private long missing;

    /**
     * Takes up the first {@code rows} cells; a level unknown to the block's own levels is ignored.
     */
    void add(CategoryColumn column, int rows) {
        if (column.levels() != levels) {
            flush();
            levels = column.levels();
        }
        if (byCode.length < column.levels().size()) {
            byCode = Arrays.copyOf(byCode, column.levels().size());
        }
        int[] codes = column.codes();
        for (int row = 0; row < rows; row++) {
            int code = codes[row];
            if (code >= 0) {
                byCode[code]++;
            } else if (code == Levels.MISSING) {
                missing++;
            }
        }
    }

    /** Counts every missing cell as the level. */
    void fill(String level) {
        flush();
        if (missing > 0) {
            counts.merge(level, missing, Long::sum);
            missing = 0;
        }
    }

    /** The levels seen, in code point order. */
    List<String> seen() {
        flush();
        return new ArrayList<>(counts.keySet());
    }

    /**
     * The most frequent level, of several the first in code point order; null when none was seen.
     */
    @Nullable String mode() {
        flush();
        String best = null;
        long most = 0;
        for (Map.Entry<String, Long> level : counts.entrySet()) {
            if (level.getValue() > most) {
                most = level.getValue();
                best = level.getKey();
            }
        }
        return best;
    }

    private void flush() {
        if (levels == null) {
            return;
        }
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] > 0) {
                counts.merge(levels.text(code), byCode[code], Long::sum);
            }
        }
        Arrays.fill(byCode, 0);
        byCode = new long[0];
        levels = null;
    }
}
