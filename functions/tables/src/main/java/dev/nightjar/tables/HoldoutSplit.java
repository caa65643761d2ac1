package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Column;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Split;
import dev.nightjar.core.definition.SplitBy;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.rows.TextColumn;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Says which rows are never learned from. By row: CRC-32 of the record number's decimal digits,
 * modulo 100, below the held-out percents; by key: the same of the key's UTF-8, several key cells
 * joined by the byte 0x1f; a seed stands before either as digits and a colon. The next buckets are
 * validation. By time: the newest days. Not safe for use by multiple threads.
 */
public final class HoldoutSplit {
    private static final int KEY_JOINER = 0x1f;
    private static final String PARTITION = "{date}";

    private final SplitBy by;
    private final int holdout;
    private final int validation;
    private final List<String> keys;
    private final @Nullable String time;
    private final @Nullable TimeCut cut;
    private final byte[] seed;
    private final byte[] digits = new byte[20];
    private final CRC32 crc = new CRC32();

    private HoldoutSplit(Definition definition, @Nullable TimeCut cut) {
        Split split = split(definition);
        this.by = split.by();
        this.holdout = percents(split.holdout());
        this.validation = percents(split.validation());
        this.keys = definition.keys().stream().map(Column::name).toList();
        this.time = split.time();
        this.cut = cut;
        Long number = definition.seed();
        this.seed = number == null ? new byte[0] : (number + ":").getBytes(StandardCharsets.UTF_8);
        if (by == SplitBy.KEY && keys.isEmpty()) {
            throw new DefinitionInvalid("split.by is key, but no column has the role key");
        }
    }

    /** The split of a pipeline by row or by key. */
    public static HoldoutSplit of(Definition definition) {
        if (split(definition).by() == SplitBy.TIME) {
            throw new IllegalArgumentException("a split by time needs a cut");
        }
        return new HoldoutSplit(definition, null);
    }

    /** The split of a pipeline by time, at days that {@link TimeThreshold} found. */
    public static HoldoutSplit byTime(Definition definition, TimeCut cut) {
        if (split(definition).by() != SplitBy.TIME) {
            throw new IllegalArgumentException("only a split by time has a cut");
        }
        return new HoldoutSplit(definition, requireNonNull(cut, "cut is null"));
    }

    /**
     * The part of a row.
     *
     * @param partition day of the row's object; used by a split by {@code time: {date}} alone
     */
    public Part part(RowBlock block, int row, @Nullable String partition) {
        return switch (by) {
            case ROW -> ofRecord(block.records()[row]);
            case KEY -> ofKey(block, row);
            case TIME -> ofDay(day(block, row, partition));
        };
    }

    /** The part of a record by its number. */
    Part ofRecord(long record) {
        int at = digits.length;
        long rest = record;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        start();
        crc.update(digits, at, digits.length - at);
        return bucket();
    }

    private Part ofKey(RowBlock block, int row) {
        start();
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) {
                crc.update(KEY_JOINER);
            }
            if (!(block.column(block.index(keys.get(i))) instanceof TextColumn cells)) {
                throw new IllegalArgumentException("key '" + keys.get(i) + "' is no text column");
            }
            int from = cells.start(row);
            crc.update(cells.bytes(), from, cells.end(row) - from);
        }
        return bucket();
    }

    private Part ofDay(String day) {
        return requireNonNull(cut, "cut is null").part(day);
    }

    private String day(RowBlock block, int row, @Nullable String partition) {
        if (PARTITION.equals(time)) {
            if (partition == null) {
                throw new DefinitionInvalid(
                        "split.time is {date}, but the source's path has no {date}");
            }
            return partition;
        }
        return TimeThreshold.days(block, time).text(row);
    }

    private void start() {
        crc.reset();
        crc.update(seed, 0, seed.length);
    }

    private Part bucket() {
        int bucket = (int) (crc.getValue() % 100);
        if (bucket < holdout) {
            return Part.HOLDOUT;
        }
        return bucket < holdout + validation ? Part.VALIDATION : Part.TRAINING;
    }

    private static Split split(Definition definition) {
        Training training = definition.training();
        if (training == null) {
            throw new DefinitionInvalid("the pipeline has no training, so nothing is split");
        }
        return training.split();
    }

    private static int percents(double share) {
        return (int) Math.round(share * 100);
    }
}
