package dev.nightjar.tables.inference;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Task;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A guess at a file.
 *
 * @param format with names for a file without a header line
 * @param rows that were looked at
 * @param complete whether these are all rows
 * @param ragged rows with another number of fields than the header; they will be quarantined
 * @param task what the label asks for, or null without a label
 * @param notes what a person should look at, one sentence each
 */
public record InferredTable(
        Format format,
        List<InferredColumn> columns,
        long rows,
        boolean complete,
        long ragged,
        @Nullable Task task,
        List<String> notes) {
    public InferredTable {
        requireNonNull(format, "format is null");
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }
}
