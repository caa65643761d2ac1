package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One column of the table.
 *
 * @param unit of the values, for people
 * @param range of valid values; others are quarantined
 * @param missing what stands in for a missing value; without it the row is quarantined
 * @param positive spellings of true, for booleans; empty means the usual ones
 * @param negative spellings of false; empty means every spelling that is not positive, when {@code
 *     positive} is given
 */
public record Column(
        String name,
        Role role,
        ColumnType type,
        @Nullable String unit,
        @Nullable Range range,
        @Nullable Missing missing,
        List<String> positive,
        List<String> negative) {
    public Column {
        requireNonNull(name, "name is null");
        requireNonNull(role, "role is null");
        requireNonNull(type, "type is null");
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
    }
}
