package dev.nightjar.tables.inference;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A guess at one column and what it rests on.
 *
 * @param column as it can be written into a pipeline file; without a range
 * @param missing cells that are empty or a spelling of missing
 * @param distinct different values, at most {@link TableInference#MOST_DISTINCT}
 * @param least smallest number, or null when the column holds none
 * @param most largest number, or null when the column holds none
 * @param unreadable cells that do not fit the type and will be quarantined
 * @param examples values that come first in the file
 * @param why what decided the role, for people; null for an ordinary feature
 */
public record InferredColumn(
        Column column,
        long missing,
        int distinct,
        @Nullable Double least,
        @Nullable Double most,
        long unreadable,
        List<String> examples,
        @Nullable String why) {
    public InferredColumn {
        requireNonNull(column, "column is null");
        examples = List.copyOf(examples);
    }
}
