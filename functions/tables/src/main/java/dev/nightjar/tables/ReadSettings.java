package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.tables.csv.CsvLimits;

import java.util.List;
import java.util.Map;

/**
 * What a reader reads, and how strictly.
 *
 * @param columns of the pipeline file; those with role ignore are not read
 * @param levels fixed dictionaries by column name. A category column without one grows its own when
 *     training or clean rows are read, and knows no level when scoring
 * @param blockRows rows of a block
 * @param firstRecord number of the first data record
 */
public record ReadSettings(
        List<Column> columns,
        Purpose purpose,
        Map<String, Levels> levels,
        Exclusions exclusions,
        CsvLimits limits,
        int blockRows,
        long firstRecord) {
    /** Rows of a block unless said otherwise. */
    public static final int BLOCK_ROWS = 4096;

    public ReadSettings {
        columns = List.copyOf(columns);
        requireNonNull(purpose, "purpose is null");
        levels = Map.copyOf(levels);
        requireNonNull(exclusions, "exclusions is null");
        requireNonNull(limits, "limits is null");
        if (blockRows < 1 || firstRecord < 0) {
            throw new IllegalArgumentException(
                    "blockRows must be at least 1 and firstRecord not negative");
        }
    }

    /** Settings to learn from rows. */
    public static ReadSettings training(List<Column> columns) {
        return of(columns, Purpose.TRAINING, Map.of());
    }

    /** Settings to score rows with a model's levels. */
    public static ReadSettings scoring(List<Column> columns, Map<String, Levels> levels) {
        return of(columns, Purpose.SCORING, levels);
    }

    /** Settings to read a snapshot again. */
    public static ReadSettings clean(List<Column> columns) {
        return of(columns, Purpose.CLEAN, Map.of());
    }

    private static ReadSettings of(
            List<Column> columns, Purpose purpose, Map<String, Levels> levels) {
        return new ReadSettings(
                columns, purpose, levels, Exclusions.NONE, CsvLimits.STANDARD, BLOCK_ROWS, 0);
    }

    /** The same with fixed dictionaries. */
    public ReadSettings withLevels(Map<String, Levels> fixed) {
        return new ReadSettings(
                columns, purpose, fixed, exclusions, limits, blockRows, firstRecord);
    }

    /** The same with rows kept out by hand. */
    public ReadSettings withExclusions(Exclusions excluded) {
        return new ReadSettings(columns, purpose, levels, excluded, limits, blockRows, firstRecord);
    }

    /** The same with other limits. */
    public ReadSettings withLimits(CsvLimits other) {
        return new ReadSettings(
                columns, purpose, levels, exclusions, other, blockRows, firstRecord);
    }

    /** The same with blocks of another size. */
    public ReadSettings withBlockRows(int rows) {
        return new ReadSettings(columns, purpose, levels, exclusions, limits, rows, firstRecord);
    }

    /** The same with records counted from the given number. */
    public ReadSettings withFirstRecord(long first) {
        return new ReadSettings(columns, purpose, levels, exclusions, limits, blockRows, first);
    }
}
