package dev.nightjar.local.init;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.tables.inference.InferredColumn;
import dev.nightjar.tables.inference.InferredTable;
import dev.nightjar.tables.inference.TableInference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A look at a table with the names that a person gives it.
 *
 * @param label a column's name, or its number from 1 in a table without a header line
 * @param header names for a table without a header line; empty for names like {@code column_1}
 */
record TableDraft(Path file, String label, List<String> header) {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
    private static final String GENERATED = "column_";

    TableDraft {
        requireNonNull(file, "file is null");
        requireNonNull(label, "label is null");
        header = List.copyOf(header);
    }

    /**
     * The table with its label found and its columns named.
     *
     * @throws DefinitionInvalid when label or names do not fit the table
     */
    InferredTable infer() throws IOException {
        InferredTable first = look(null);
        if (first.format().header().isEmpty()) {
            if (!header.isEmpty()) {
                throw new DefinitionInvalid(
                        file.getFileName()
                                + " names its columns in its first line: leave out --header");
            }
            return look(label);
        }
        int columns = first.columns().size();
        if (header.isEmpty()) {
            return look(NUMBER.matcher(label).matches() ? GENERATED + label : label);
        }
        if (header.size() != columns) {
            throw new DefinitionInvalid(
                    "--header has %d names, the table %d columns"
                            .formatted(header.size(), columns));
        }
        return named(look(GENERATED + numberOfLabel()));
    }

    private int numberOfLabel() {
        int index = header.indexOf(label);
        if (index < 0 && NUMBER.matcher(label).matches()) {
            return Integer.parseInt(label);
        }
        if (index < 0) {
            throw new DefinitionInvalid("--label '" + label + "' is none of the names in --header");
        }
        return index + 1;
    }

    private InferredTable look(@Nullable String labelName) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return TableInference.infer(stream, file.getFileName().toString(), labelName);
        }
    }

    private InferredTable named(InferredTable table) {
        List<InferredColumn> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(named(table.columns().get(i), header.get(i)));
        }
        Format old = table.format();
        Format format =
                new Format(
                        old.separator(),
                        header,
                        old.skip(),
                        old.trim(),
                        old.missing(),
                        old.quote(),
                        old.gzip());
        return new InferredTable(
                format,
                columns,
                table.rows(),
                table.complete(),
                table.ragged(),
                table.task(),
                List.of());
    }

    private static InferredColumn named(InferredColumn seen, String name) {
        Column old = seen.column();
        Column column =
                new Column(
                        name,
                        old.role(),
                        old.type(),
                        old.unit(),
                        old.range(),
                        old.missing(),
                        old.positive(),
                        old.negative());
        return new InferredColumn(
                column,
                seen.missing(),
                seen.distinct(),
                seen.least(),
                seen.most(),
                seen.unreadable(),
                seen.examples(),
                seen.why());
    }
}
