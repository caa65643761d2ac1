package dev.nightjar.tables;

import static java.util.stream.Collectors.joining;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.definition.Role;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.tables.check.ColumnCheck;
import dev.nightjar.tables.check.MissingSpellings;
import dev.nightjar.tables.check.Rule;
import dev.nightjar.tables.csv.CsvReader;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills the block with records, cell by cell, each column by its check. */
final class BlockFiller {
    private final ReadSettings settings;
    private final ColumnCheck[] checks;
    private final ColumnCheck[] committing;
    private final Map<String, Levels> levels = new LinkedHashMap<>();
    private final RowBlock block;
    private final int cellBytes;
    private final int[] fields; // of the object being read, one a check
    private int[] keyFields = new int[0];
    private int expectedFields;
    private @Nullable Offence offence;

    BlockFiller(ReadSettings settings) {
        this.settings = settings;
        this.cellBytes = settings.limits().cellBytes();
        List<ColumnCheck> made = new ArrayList<>();
        for (Column column : settings.columns()) {
            if (isRead(column)) {
                made.add(check(column));
            }
        }
        this.checks = made.toArray(ColumnCheck[]::new);
        this.committing = made.stream().filter(ColumnCheck::commits).toArray(ColumnCheck[]::new);
        this.fields = new int[checks.length];
        this.block =
                new RowBlock(
                        made.stream().map(check -> check.column().name()).toList(),
                        made.stream().map(ColumnCheck::data).toList(),
                        settings.blockRows());
    }

    RowBlock block() {
        return block;
    }

    Map<String, Levels> levels() {
        return Map.copyOf(levels);
    }

    /** Why the last record was quarantined. */
    @Nullable Offence offence() {
        return offence;
    }

    /** Makes ready for an object with the named columns. */
    void start(TableInput input, List<String> names) {
        refuseAbsent(input.file(), names);
        Format format = input.format();
        MissingSpellings missing = new MissingSpellings(format.missing());
        for (int i = 0; i < checks.length; i++) {
            fields[i] = names.indexOf(checks[i].column().name());
            checks[i].format(missing, format.trim());
        }
        expectedFields = names.size();
        keyFields =
                settings.exclusions().namesKeys()
                        ? settings.columns().stream()
                                .filter(column -> column.role() == Role.KEY)
                                .mapToInt(column -> names.indexOf(column.name()))
                                .toArray()
                        : new int[0];
    }

    /** Forgets the rows of the last block. */
    void clear() {
        block.rows(0);
        for (ColumnCheck check : committing) {
            check.clear();
        }
    }

    /** Takes the reader's record as the next row, unless it is kept out. */
    Verdict add(CsvReader csv, long record) {
        Offence whole = wholeRow(csv);
        if (whole != null) {
            offence = whole;
            return Verdict.QUARANTINED;
        }
        if (keyFields.length > 0 && isExcluded(csv)) {
            return Verdict.EXCLUDED;
        }
        int row = block.rows();
        boolean repaired = false;
        for (int i = 0; i < checks.length; i++) {
            ColumnCheck check = checks[i];
            int field = fields[i];
            int from = csv.start(field);
            int to = csv.end(field);
            Rule broken =
                    to - from > cellBytes
                            ? Rule.CELL_TOO_LONG
                            : check.check(csv.bytes(field), from, to, row);
            if (broken != null) {
                offence = new Offence(broken, check.column().name(), csv.text(field));
                return Verdict.QUARANTINED;
            }
            repaired |= check.repaired();
        }
        for (ColumnCheck check : committing) {
            check.commit(row);
        }
        block.records()[row] = record;
        block.lines()[row] = csv.recordLine();
        block.rows(row + 1);
        return repaired ? Verdict.REPAIRED : Verdict.ACCEPTED;
    }

    private @Nullable Offence wholeRow(CsvReader csv) {
        if (csv.tooLong()) {
            return new Offence(
                    Rule.LINE_TOO_LONG,
                    "",
                    "more than lineBytes = " + settings.limits().lineBytes());
        }
        if (csv.brokenQuote()) {
            return new Offence(Rule.BROKEN_QUOTE, "", "");
        }
        if (csv.fields() != expectedFields) {
            return new Offence(
                    Rule.WRONG_FIELD_COUNT, "", csv.fields() + " of " + expectedFields + " fields");
        }
        return null;
    }

    private boolean isExcluded(CsvReader csv) {
        int first = keyFields[0];
        if (keyFields.length == 1) {
            return settings.exclusions()
                    .leavesOutKey(csv.bytes(first), csv.start(first), csv.end(first));
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < keyFields.length; i++) {
            if (i > 0) {
                joined.write(Exclusions.KEY_JOINER);
            }
            int field = keyFields[i];
            joined.write(csv.bytes(field), csv.start(field), csv.end(field) - csv.start(field));
        }
        return settings.exclusions().leavesOutKey(joined.toByteArray(), 0, joined.size());
    }

    private ColumnCheck check(Column column) {
        Levels dictionary = settings.levels().get(column.name());
        boolean closed = dictionary != null;
        if (dictionary == null) {
            dictionary =
                    settings.purpose() == Purpose.SCORING
                            ? Levels.fixed(List.of())
                            : Levels.growing();
        }
        if (ColumnCheck.isCategory(column)) {
            levels.put(column.name(), dictionary);
        }
        boolean clean = settings.purpose() == Purpose.CLEAN;
        return ColumnCheck.of(column, clean, dictionary, closed, settings.blockRows());
    }

    private boolean isRead(Column column) {
        return switch (column.role()) {
            case KEY, FEATURE -> true;
            case LABEL -> settings.purpose() != Purpose.SCORING;
            case IGNORE -> false;
        };
    }

    /** Ignored columns must be there to learn, so that a renamed leak does not pass unseen. */
    private boolean isNeeded(Column column) {
        return isRead(column) || settings.purpose() == Purpose.TRAINING;
    }

    /** Names that an object must have. */
    List<String> neededNames() {
        return settings.columns().stream().filter(this::isNeeded).map(Column::name).toList();
    }

    private void refuseAbsent(String file, List<String> names) {
        List<String> needed = neededNames();
        List<String> absent = needed.stream().filter(name -> !names.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw new DataUnfit(
                    file
                            + (absent.size() == 1 ? ": column " : ": columns ")
                            + quoted(absent)
                            + (absent.size() == 1 ? " is" : " are")
                            + " not in the header; found "
                            + quoted(names)
                            + "; expected "
                            + quoted(needed));
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(joining(", "));
    }
}
