package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Role;
import dev.nightjar.pipeline.window.Partitions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Shares that leave rows to learn from, decided by something that rows have. */
final class SplitRule implements Rule {
    private static final String SPLIT = "/training/split";
    private static final String BY = SPLIT + "/by";
    private static final String TIME = SPLIT + "/time";

    @Override
    public void check(Document document, Facts facts, Problems problems) {
        if (!document.at(SPLIT).map(node -> node.isObject()).orElse(false)) {
            return;
        }
        checkShares(document, problems);
        checkBy(document, facts, problems);
        checkTime(document, facts, problems);
    }

    private static void checkShares(Document document, Problems problems) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String share : List.of("/holdout", "/validation")) {
            String pointer = SPLIT + share;
            if (!document.has(pointer) && share.equals("/holdout")) {
                sum = sum.add(new BigDecimal("0.2"));
            }
            if (!problems.sound(document, pointer)) {
                continue;
            }
            BigDecimal value = document.root().at(pointer).decimalValue();
            sum = sum.add(value);
            if (value.stripTrailingZeros().scale() > 2) {
                problems.error(
                        document,
                        pointer,
                        "share",
                        share.substring(1)
                                + " "
                                + document.written(pointer)
                                + " is no whole percent",
                        "Write a share such as 0.2 or 0.15");
            }
        }
        if (sum.compareTo(BigDecimal.ONE) >= 0 && problems.untouched(SPLIT)) {
            problems.error(
                    document,
                    SPLIT,
                    "no-rows-left",
                    "holdout and validation take "
                            + sum
                            + " of the rows and leave none to learn from",
                    "Write shares that sum up to less than 1, such as 0.2 and 0.2");
        }
    }

    private static void checkBy(Document document, Facts facts, Problems problems) {
        if (!problems.sound(document, BY)) {
            return;
        }
        String by = document.written(BY);
        if (by.equals("key") && facts.rolesAreCertain() && facts.withRole(Role.KEY).isEmpty()) {
            problems.error(
                    document,
                    BY,
                    "split-without-key",
                    "the split is by key, but no column is a key",
                    "Give a column role: key, or write by: row");
        }
        if (by.equals("time") && !document.has(TIME) && problems.untouched(SPLIT)) {
            problems.error(
                    document,
                    BY,
                    "split-without-time",
                    "the split is by time, but nothing tells the time of a row",
                    "Add time: with the name of a column, or time: \"{date}\"");
        }
    }

    private static void checkTime(Document document, Facts facts, Problems problems) {
        if (!problems.sound(document, TIME)) {
            return;
        }
        String time = document.written(TIME);
        boolean byTime = document.text(BY).equals(Optional.of("time"));
        if (!byTime && (problems.sound(document, BY) || !document.has(BY))) {
            problems.errorOfKey(
                    document,
                    TIME,
                    "time-without-split",
                    "time is given, but the split is not by time",
                    "Write by: time, or remove time");
        } else if (time.equals(Partitions.DATE)) {
            checkDate(document, problems);
        } else {
            checkColumn(document, facts, problems, time);
        }
    }

    private static void checkDate(Document document, Problems problems) {
        String path = "/training/source/path";
        if (problems.sound(document, path) && !document.written(path).contains(Partitions.DATE)) {
            problems.error(
                    document,
                    TIME,
                    "time-without-date",
                    "time is {date}, but the training path has no {date}",
                    "Add {date} to the path, or name a column");
        }
    }

    private static void checkColumn(
            Document document, Facts facts, Problems problems, String time) {
        Optional<String> column = facts.column(time);
        if (column.isEmpty()) {
            problems.error(
                    document,
                    TIME,
                    "unknown-column",
                    "time '" + time + "' is no column",
                    Suggestion.sentence(time, facts.columnNames())
                            + "Name a column of type date, integer or decimal, or \"{date}\"");
            return;
        }
        Optional<ColumnType> type = facts.type(column.get());
        boolean unordered =
                document.has(column.get() + "/type")
                        ? type.isPresent()
                                && !List.of(ColumnType.DATE, ColumnType.INTEGER, ColumnType.DECIMAL)
                                        .contains(type.get())
                        : problems.untouched(column.get());
        if (unordered) {
            problems.error(
                    document,
                    TIME,
                    "time-of-no-order",
                    "column '" + time + "' has no order in time",
                    "Name a column of type date, integer or decimal");
        }
    }
}
