package dev.nightjar.tables.inference;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.ColumnType;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.tables.csv.CsvDialect;
import dev.nightjar.tables.csv.CsvLimits;
import dev.nightjar.tables.csv.CsvReader;
import dev.nightjar.tables.csv.Headers;
import dev.nightjar.tables.csv.Unpacking;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Guesses format, columns and task of an unknown file, as a start for a pipeline file. */
public final class TableInference {
    /** Different values of a column that are counted; more are as good as any number. */
    public static final int MOST_DISTINCT = 10_000;

    /** Spellings that are taken for a missing value wherever they come. */
    static final List<String> MISSING =
            List.of(
                    "?", "NA", "N/A", "n/a", "#N/A", "NULL", "Null", "null", "NaN", "nan", "None",
                    "\\N");

    private static final int HEAD_BYTES = 512 << 10;
    private static final long MOST_ROWS = 1_000_000;

    private final String file;
    private final @Nullable String label;
    private final List<String> notes = new ArrayList<>();
    private long rows;
    private long ragged;
    private boolean complete = true;

    private TableInference(String file, @Nullable String label) {
        this.file = file;
        this.label = label;
    }

    /**
     * Looks at a file, packed or not.
     *
     * @param in its bytes; not closed
     * @param file named in messages
     * @param label name of the column to predict, or null. Without a header line columns are called
     *     column_1, column_2 ...; another name then is given to the last column
     * @throws DataUnfit when the file has no rows or cannot be read
     * @throws DefinitionInvalid when the header does not name the label
     */
    public static InferredTable infer(InputStream in, String file, @Nullable String label)
            throws IOException {
        return new TableInference(file, label).infer(in);
    }

    private InferredTable infer(InputStream in) throws IOException {
        InputStream content = Unpacking.open(in, Gzip.AUTO, file, CsvLimits.STANDARD).stream();
        byte[] head = content.readNBytes(HEAD_BYTES);
        Format format = withLabel(new FormatGuess(head, file).guess());
        CsvReader csv =
                new CsvReader(
                        new SequenceInputStream(new ByteArrayInputStream(head), content),
                        file,
                        CsvDialect.of(format),
                        CsvLimits.STANDARD,
                        1);
        List<String> names = Headers.read(csv, format, file, CsvLimits.STANDARD, List.of());
        requireLabel(names);
        List<ColumnEvidence> evidence = look(csv, names.size());
        if (rows - ragged == 0) {
            throw new DataUnfit(file + ": has no rows; some were expected");
        }
        List<InferredColumn> columns = columns(names, evidence);
        addNotes(columns);
        return new InferredTable(
                withMissing(format, evidence),
                columns,
                rows,
                complete,
                ragged,
                task(columns),
                notes);
    }

    private List<ColumnEvidence> look(CsvReader csv, int count) throws IOException {
        List<ColumnEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            evidence.add(new ColumnEvidence());
        }
        while (csv.next()) {
            if (rows == MOST_ROWS) {
                complete = false;
                break;
            }
            rows++;
            if (csv.tooLong() || csv.brokenQuote() || csv.fields() != count) {
                ragged++;
                continue;
            }
            for (int i = 0; i < count; i++) {
                evidence.get(i).add(csv.bytes(i), csv.start(i), csv.end(i));
            }
        }
        return evidence;
    }

    private List<InferredColumn> columns(List<String> names, List<ColumnEvidence> evidence) {
        List<InferredColumn> columns = new ArrayList<>();
        boolean hasKey = false;
        for (int i = 0; i < names.size(); i++) {
            ColumnGuess guess = new ColumnGuess(names.get(i), evidence.get(i));
            InferredColumn column =
                    names.get(i).equals(label) ? guess.label() : guess.other(!hasKey);
            hasKey |= column.column().role() == Role.KEY;
            if (!names.get(i).isEmpty()) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Gives the label's name to the last of the generated names. */
    private Format withLabel(Format format) {
        List<String> names = new ArrayList<>(format.header());
        if (names.isEmpty()) {
            return format;
        }
        notes.add("The first line is a row: columns are called column_1 to column_" + names.size());
        if (label != null && !names.contains(label)) {
            names.set(names.size() - 1, label);
            notes.add("The last column is taken for the label '" + label + "'");
        }
        return new Format(
                format.separator(),
                names,
                format.skip(),
                format.trim(),
                format.missing(),
                format.quote(),
                format.gzip());
    }

    private static Format withMissing(Format format, List<ColumnEvidence> evidence) {
        TreeSet<String> spellings = new TreeSet<>();
        evidence.forEach(column -> spellings.addAll(column.missingSpellings()));
        return new Format(
                format.separator(),
                format.header(),
                format.skip(),
                format.trim(),
                List.copyOf(spellings),
                format.quote(),
                format.gzip());
    }

    private void requireLabel(List<String> names) {
        if (label != null && !names.contains(label)) {
            throw new DefinitionInvalid(
                    file + ": no column is called '" + label + "'; found " + names);
        }
    }

    private void addNotes(List<InferredColumn> columns) {
        if (ragged > 0) {
            notes.add(ragged + " rows have another number of fields than the header");
        }
        for (InferredColumn column : columns) {
            Column guessed = column.column();
            if (guessed.role() == Role.LABEL && column.missing() > 0) {
                notes.add(
                        column.missing()
                                + " rows have no label and will be quarantined in training");
            }
            if (column.unreadable() > 0) {
                notes.add(
                        column.unreadable()
                                + " cells of '"
                                + guessed.name()
                                + "' are no numbers and will be quarantined");
            }
        }
    }

    private static @Nullable Task task(List<InferredColumn> columns) {
        return columns.stream()
                .map(InferredColumn::column)
                .filter(column -> column.role() == Role.LABEL)
                .findFirst()
                .map(column -> taskOf(column.type()))
                .orElse(null);
    }

    private static Task taskOf(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> Task.BINARY;
            case CATEGORY, TEXT -> Task.MULTICLASS;
            case INTEGER, DECIMAL, DATE -> Task.REGRESSION;
        };
    }
}
