package dev.nightjar.tables;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Range;
import dev.nightjar.core.definition.Role;

import java.util.List;

/** Columns and formats for tests. */
public final class Columns {
    private Columns() {}

    /** A feature. */
    public static Column feature(String name, ColumnType type) {
        return new Column(name, Role.FEATURE, type, null, null, null, List.of(), List.of());
    }

    /** A column with a role. */
    public static Column of(String name, Role role, ColumnType type) {
        return new Column(name, role, type, null, null, null, List.of(), List.of());
    }

    /** The column with a range. */
    public static Column withRange(Column column, double from, double to) {
        return new Column(
                column.name(),
                column.role(),
                column.type(),
                null,
                new Range(from, to),
                column.missing(),
                column.positive(),
                column.negative());
    }

    /** The column with a stand-in for missing values. */
    public static Column withMissing(Column column) {
        return new Column(
                column.name(),
                column.role(),
                column.type(),
                null,
                column.range(),
                new Missing(Missing.Kind.KEEP, null),
                column.positive(),
                column.negative());
    }

    /** The column with spellings. */
    public static Column withSpellings(
            Column column, List<String> positive, List<String> negative) {
        return new Column(
                column.name(),
                column.role(),
                column.type(),
                null,
                column.range(),
                column.missing(),
                positive,
                negative);
    }

    /** Commas and double quotes with the given details. */
    public static Format format(List<String> header, boolean trim, List<String> missing) {
        return new Format(",", header, 0, trim, missing, "\"", Gzip.AUTO);
    }
}
