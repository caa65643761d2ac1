package dev.nightjar.tables;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.rows.CategoryColumn;
import dev.nightjar.core.rows.ColumnData;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.NumberColumn;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;
import dev.nightjar.tables.check.QuarantinedRow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that a reader hands over, kept as text, for tests. */
public final class ReadTable implements RowSink, QuarantineSink {
    /** Clean rows: one list of cells a row; {@code -} is missing, {@code *} unseen. */
    public final List<List<String>> rows = new ArrayList<>();

    /** Record numbers of the clean rows. */
    public final List<Long> records = new ArrayList<>();

    /** Lines of the clean rows. */
    public final List<Long> lines = new ArrayList<>();

    /** Quarantined rows. */
    public final List<QuarantinedRow> quarantined = new ArrayList<>();

    private RowCounts counts = RowCounts.NONE;

    /** Reads a text for training in the standard format. */
    public static ReadTable training(List<Column> columns, String text) {
        return of(ReadSettings.training(columns), Format.STANDARD, text);
    }

    /** Reads a text. */
    public static ReadTable of(ReadSettings settings, Format format, String text) {
        return of(settings, format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads bytes. */
    public static ReadTable of(ReadSettings settings, Format format, byte[] bytes) {
        return of(settings, TableInput.whole("rows.csv", format, new ByteArrayInputStream(bytes)));
    }

    /** Reads a file. */
    public static ReadTable of(ReadSettings settings, Format format, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(settings, TableInput.whole(String.valueOf(file.getFileName()), format, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one input. */
    public static ReadTable of(ReadSettings settings, TableInput input) {
        ReadTable table = new ReadTable();
        TableReader reader = new TableReader(settings, table, table);
        try {
            table.counts = reader.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** What the reader counted. */
    public RowCounts counts() {
        return counts;
    }

    /** The quarantine as {@code line rule column value}. */
    public List<String> offences() {
        return quarantined.stream()
                .map(row -> row.line() + " " + row.rule() + " " + row.column() + " " + row.value())
                .toList();
    }

    /** The cells of one column, by index. */
    public List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    @Override
    public void accept(RowBlock block) {
        for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < block.names().size(); i++) {
                cells.add(cell(block.column(i), row));
            }
            rows.add(cells);
            records.add(block.records()[row]);
            lines.add(block.lines()[row]);
        }
    }

    @Override
    public void accept(QuarantinedRow row) {
        quarantined.add(row);
    }

    private static String cell(ColumnData data, int row) {
        return switch (data) {
            case NumberColumn numbers ->
                    Double.isNaN(numbers.values()[row])
                            ? "-"
                            : Double.toString(numbers.values()[row]);
            case TextColumn texts -> texts.text(row);
            case CategoryColumn categories ->
                    switch (categories.codes()[row]) {
                        case Levels.MISSING -> "-";
                        case Levels.UNSEEN -> "*";
                        default -> categories.levels().text(categories.codes()[row]);
                    };
        };
    }
}
