package dev.nightjar.tables.check;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.rows.TextColumn;

import org.jspecify.annotations.Nullable;

/**
 * Keys, days and texts, kept as they are written. A key of type integer stays text; {@code 12.0}
 * loses its fraction of zeros.
 */
final class TextCheck extends ColumnCheck {
    private final TextColumn data = new TextColumn();
    private final NumberGrammar number = new NumberGrammar();
    private final ColumnType type;
    private byte[] source = new byte[0];
    private int start;
    private int end;

    TextCheck(Column column, boolean clean) {
        super(column, clean);
        this.type = clean ? ColumnType.TEXT : column.type();
    }

    @Override
    @Nullable Rule value(byte[] bytes, int from, int to, int row) {
        source = bytes;
        start = from;
        end = to;
        return switch (type) {
            case INTEGER -> integer(bytes, from, to);
            case DECIMAL -> number.parse(bytes, from, to) ? null : Rule.NOT_A_NUMBER;
            case DATE -> DateGrammar.isDay(bytes, from, to) ? null : Rule.NOT_A_DATE;
            case BOOLEAN, CATEGORY, TEXT ->
                    Utf8.isWellFormed(bytes, from, to) ? null : Rule.ENCODING;
        };
    }

    @Override
    void takeMissing(int row) {
        start = 0;
        end = 0;
    }

    @Override
    boolean cutsWithinQuotes() {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DATE;
    }

    @Override
    public boolean commits() {
        return true;
    }

    @Override
    public void commit(int row) {
        data.add(source, start, end);
    }

    @Override
    public void clear() {
        data.clear();
    }

    @Override
    public TextColumn data() {
        return data;
    }

    private @Nullable Rule integer(byte[] bytes, int from, int to) {
        if (!number.parse(bytes, from, to)) {
            return Rule.NOT_A_NUMBER;
        }
        if (number.isPlainInteger()) {
            return null;
        }
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        for (int i = point + 1; i < to; i++) {
            if (bytes[i] != '0') {
                return Rule.NOT_AN_INTEGER;
            }
        }
        if (point == to || bytes[point - 1] < '0') {
            return Rule.NOT_AN_INTEGER;
        }
        end = point;
        repair();
        return null;
    }
}
