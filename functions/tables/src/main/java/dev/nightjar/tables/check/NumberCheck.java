package dev.nightjar.tables.check;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Range;
import dev.nightjar.core.rows.NumberColumn;

import org.jspecify.annotations.Nullable;

/** Integers and decimals. {@code 12.0} is an integer without loss, {@code 12.6} is none. */
final class NumberCheck extends ColumnCheck {
    private static final double FIRST_INEXACT_INTEGER = 0x1p53;

    private final NumberGrammar number = new NumberGrammar();
    private final NumberColumn data;
    private final double[] values;
    private final boolean integer;
    private final double least;
    private final double most;

    NumberCheck(Column column, boolean clean, int capacity) {
        super(column, clean);
        this.values = new double[capacity];
        this.data = new NumberColumn(values);
        this.integer = column.type() == ColumnType.INTEGER && !clean;
        Range range = clean ? null : column.range();
        this.least = range == null ? -Double.MAX_VALUE : range.from();
        this.most = range == null ? Double.MAX_VALUE : range.to();
    }

    @Override
    @Nullable Rule value(byte[] bytes, int from, int to, int row) {
        if (!number.parse(bytes, from, to)) {
            return Rule.NOT_A_NUMBER;
        }
        double value = number.value();
        if (integer) {
            if (!number.isPlainInteger()) {
                if (value != Math.rint(value)) {
                    return Rule.NOT_AN_INTEGER;
                }
                repair();
            }
            if (Math.abs(value) >= FIRST_INEXACT_INTEGER) {
                return Rule.INTEGER_TOO_LARGE;
            }
        }
        if (!(value >= least && value <= most)) {
            return Rule.OUT_OF_RANGE;
        }
        values[row] = value;
        return null;
    }

    @Override
    void takeMissing(int row) {
        values[row] = Double.NaN;
    }

    @Override
    boolean cutsWithinQuotes() {
        return true;
    }

    @Override
    public boolean commits() {
        return false;
    }

    @Override
    public NumberColumn data() {
        return data;
    }
}
