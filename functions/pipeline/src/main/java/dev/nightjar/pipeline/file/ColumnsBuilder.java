package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Missing;
import dev.nightjar.core.definition.Range;
import dev.nightjar.core.definition.Role;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** Columns of a checked tree. */
final class ColumnsBuilder {
    private ColumnsBuilder() {}

    static List<Column> columns(JsonNode columns) {
        return columns.propertyStream()
                .map(member -> column(member.getKey(), new Tree(member.getValue())))
                .toList();
    }

    private static Column column(String name, Tree column) {
        return new Column(
                name,
                column.constant("role", Role.class),
                Optional.ofNullable(column.textOrNull("type"))
                        .map(type -> Spelled.as(ColumnType.class, type))
                        .orElse(ColumnType.TEXT),
                column.textOrNull("unit"),
                range(column.node().path("range")),
                missing(column.textOrNull("missing")),
                column.texts("positive"),
                column.texts("negative"));
    }

    private static @Nullable Range range(JsonNode range) {
        return range.isMissingNode()
                ? null
                : new Range(range.get(0).doubleValue(), range.get(1).doubleValue());
    }

    private static @Nullable Missing missing(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Optional<Missing.Kind> kind =
                Spelled.find(Missing.Kind.class, text).filter(known -> known != Missing.Kind.VALUE);
        return kind.isPresent()
                ? new Missing(kind.get(), null)
                : new Missing(Missing.Kind.VALUE, text);
    }
}
