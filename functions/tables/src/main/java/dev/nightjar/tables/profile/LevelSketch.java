package dev.nightjar.tables.profile;

import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.Levels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The levels that come most often (Misra and Gries, with weights): exact up to {@link #MOST}
 * levels, beyond them each count is short by at most a {@link #MOST}th of all rows. Not safe for
 * use by multiple threads.
 */
final class LevelSketch {
    /** Levels that are kept. */
    static final int MOST = 512;

    private final Map<String, Long> counts = new HashMap<>();
    private int[] blockCounts = new int[64];
    private boolean exact = true;
    private long missing;
    private long unseen;

    void add(CategoryColumn column, int rows) {
        int[] codes = column.codes();
        Levels levels = column.levels();
        if (blockCounts.length < levels.size()) {
            blockCounts = new int[levels.size() * 2];
        }
        int[] touched = new int[rows];
        int distinct = 0;
        for (int row = 0; row < rows; row++) {
            int code = codes[row];
            if (code >= 0) {
                if (blockCounts[code]++ == 0) {
                    touched[distinct++] = code;
                }
            } else if (code == Levels.MISSING) {
                missing++;
            } else {
                unseen++;
            }
        }
        for (int i = 0; i < distinct; i++) {
            add(levels.text(touched[i]), blockCounts[touched[i]]);
            blockCounts[touched[i]] = 0;
        }
    }

    void merge(LevelSketch other) {
        exact &= other.exact;
        missing += other.missing;
        unseen += other.unseen;
        other.counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(level -> add(level.getKey(), level.getValue()));
    }

    long missing() {
        return missing;
    }

    ColumnProfile.Categories summary() {
        List<ColumnProfile.LevelCount> most = new ArrayList<>();
        counts.forEach((level, rows) -> most.add(new ColumnProfile.LevelCount(level, rows)));
        most.sort(
                Comparator.comparingLong(ColumnProfile.LevelCount::rows)
                        .reversed()
                        .thenComparing(ColumnProfile.LevelCount::level));
        return new ColumnProfile.Categories(most, exact, unseen);
    }

    private void add(String level, long rows) {
        Long before = counts.get(level);
        if (before != null || counts.size() < MOST) {
            counts.merge(level, rows, Long::sum);
            return;
        }
        exact = false;
        long least = counts.values().stream().mapToLong(Long::longValue).min().orElse(0);
        long taken = Math.min(rows, least);
        counts.replaceAll((kept, count) -> count - taken);
        counts.values().removeIf(count -> count == 0);
        if (rows > taken) {
            counts.put(level, rows - taken);
        }
    }
}
