package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts rows a day and finds where to cut, so that the newest days hold at least the asked share
 * of the rows. Rows of one day stay together. Memory grows with days, not with rows. Not safe for
 * use by multiple threads.
 */
public final class TimeThreshold {
    private final TreeMap<String, Long> rowsByDay = new TreeMap<>();
    private long rows;

    /** Counts the rows of a block by the day in the named column. */
    public void add(RowBlock block, String column) {
        TextColumn days = days(block, column);
        for (int row = 0; row < block.rows(); row++) {
            add(days.text(row), 1);
        }
    }

    /** Counts rows of one day. */
    public void add(String day, long count) {
        requireNonNull(day, "day is null");
        if (count > 0) {
            rowsByDay.merge(day, count, Long::sum);
            rows += count;
        }
    }

    /**
     * Where to cut.
     *
     * @param holdout share to be held out, 0..1
     * @param validation share for validation, 0..1
     * @throws DataUnfit when nothing would be left to learn from
     */
    public TimeCut cut(double holdout, double validation) {
        String holdoutFrom = newest(holdout);
        String validationFrom = validation == 0 ? null : newest(holdout + validation);
        if (validationFrom != null && validationFrom.equals(holdoutFrom)) {
            validationFrom = rowsByDay.lowerKey(holdoutFrom);
        }
        String learnedUpTo = validationFrom == null ? holdoutFrom : validationFrom;
        boolean validates = validation == 0 || validationFrom != null;
        if (!validates || rowsByDay.lowerKey(learnedUpTo) == null) {
            throw new DataUnfit(
                    "the split by time leaves no row to learn from: the days from "
                            + rowsByDay.firstKey()
                            + " to "
                            + rowsByDay.lastKey()
                            + " hold "
                            + rows
                            + " rows, and rows of one day stay together");
        }
        return new TimeCut(validationFrom, holdoutFrom);
    }

    /** The day from which on the newest days hold at least the share of the rows. */
    private String newest(double share) {
        if (rowsByDay.isEmpty()) {
            throw new DataUnfit("the split by time found no row with a day");
        }
        double wanted = Math.round(share * 100) / 100.0 * rows;
        long held = 0;
        for (Map.Entry<String, Long> day : rowsByDay.descendingMap().entrySet()) {
            held += day.getValue();
            if (held >= wanted) {
                return day.getKey();
            }
        }
        return rowsByDay.firstKey();
    }

    static TextColumn days(RowBlock block, @Nullable String column) {
        int index = column == null ? -1 : block.index(column);
        if (index >= 0 && block.column(index) instanceof TextColumn days) {
            return days;
        }
        throw new DefinitionInvalid(
                "split.time names '"
                        + column
                        + "', which is no column of type date that is read; found "
                        + block.names());
    }
}
