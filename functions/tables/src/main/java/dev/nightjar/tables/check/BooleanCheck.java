package dev.nightjar.tables.check;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Booleans as 0 and 1. Without spellings in the pipeline file the usual ones hold, in upper and
 * lower case; a {@code 1.0} or {@code 0.0} is taken without loss. Given spellings hold byte by
 * byte.
 */
final class BooleanCheck extends ColumnCheck {
    private static final List<String> TRUE = List.of("true", "1", "yes", "t", "y");
    private static final List<String> FALSE = List.of("false", "0", "no", "f", "n");
    private static final int LONGEST = 5;

    private final NumberColumn data;
    private final double[] values;
    private final boolean usual;
    private final boolean othersAreFalse;
    private final Levels positive;
    private final Levels negative;
    private final byte[] lowered = new byte[LONGEST];

    BooleanCheck(Column column, int capacity) {
        super(column, false);
        this.values = new double[capacity];
        this.data = new NumberColumn(values);
        this.usual = column.positive().isEmpty();
        this.othersAreFalse = !usual && column.negative().isEmpty();
        this.positive = Levels.fixed(usual ? TRUE : column.positive());
        this.negative = Levels.fixed(column.negative().isEmpty() ? FALSE : column.negative());
    }

    @Override
    @Nullable Rule value(byte[] bytes, int from, int to, int row) {
        if (!usual) {
            boolean yes = positive.code(bytes, from, to) >= 0;
            boolean no = !yes && (othersAreFalse || negative.code(bytes, from, to) >= 0);
            return take(yes, no, row);
        }
        int length = withoutZeroFraction(bytes, from, to) - from;
        if (length > LONGEST) {
            return refused();
        }
        for (int i = 0; i < length; i++) {
            byte letter = bytes[from + i];
            lowered[i] = letter >= 'A' && letter <= 'Z' ? (byte) (letter | 0x20) : letter;
        }
        boolean no =
                column().negative().isEmpty()
                        ? negative.code(lowered, 0, length) >= 0
                        : negative.code(bytes, from, to) >= 0;
        return take(!no && positive.code(lowered, 0, length) >= 0, no, row);
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

    private @Nullable Rule take(boolean yes, boolean no, int row) {
        if (!yes && !no) {
            return refused();
        }
        values[row] = yes ? 1 : 0;
        return null;
    }

    private Rule refused() {
        return column().role() == Role.LABEL ? Rule.UNKNOWN_LABEL : Rule.NOT_A_BOOLEAN;
    }

    /** The end of the cell without the {@code .0} that a decimal column leaves behind. */
    private int withoutZeroFraction(byte[] bytes, int from, int to) {
        boolean decimal =
                to - from == 3
                        && (bytes[from] == '0' || bytes[from] == '1')
                        && bytes[from + 1] == '.'
                        && bytes[from + 2] == '0';
        if (decimal) {
            repair();
            return from + 1;
        }
        return to;
    }
}
