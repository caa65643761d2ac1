package dev.nightjar.core.rows;

import static java.util.Objects.requireNonNull;

/**
 * Integers, decimals and booleans (0 or 1) as doubles.
 *
 * @param values one a row; NaN is missing
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer that is filled again, never compared
public record NumberColumn(double[] values) implements ColumnData {
    public NumberColumn {
        requireNonNull(values, "values is null");
    }
}
