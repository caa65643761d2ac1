package dev.nightjar.tables.check;

import static java.util.Objects.requireNonNull;

/**
 * A row that was kept out.
 *
 * @param file the object
 * @param line on which the record starts, counted from 1
 * @param column the column of the first offence, or empty when the row as a whole offends
 * @param value the cell as found, cut to {@link #MOST_VALUE} characters
 * @param row the record as found, cut to {@link #MOST_ROW} characters
 */
public record QuarantinedRow(
        String file, long line, Rule rule, String column, String value, String row) {
    /** Most characters of a value. */
    public static final int MOST_VALUE = 200;

    /** Most characters of a row. */
    public static final int MOST_ROW = 1000;

    public QuarantinedRow {
        requireNonNull(file, "file is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(column, "column is null");
        value = cut(value, MOST_VALUE);
        row = cut(row, MOST_ROW);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
