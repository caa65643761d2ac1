package dev.nightjar.tables;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.tables.csv.CsvDialect;
import dev.nightjar.tables.csv.CsvLimits;
import dev.nightjar.tables.csv.CsvReader;
import dev.nightjar.tables.csv.Headers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys, partitions and files that an operator keeps out. Read from CSV with the columns {@code
 * kind} (key, partition or file), {@code value} and {@code why}. Several key columns are written in
 * one value, joined by {@code |}. Immutable.
 */
public final class Exclusions {
    /** Joins the cells of a key with several columns. */
    public static final char KEY_JOINER = '|';

    /** Nothing is kept out. */
    public static final Exclusions NONE = new Exclusions(List.of(), Set.of(), Set.of());

    private final Levels keys;
    private final Set<String> partitions;
    private final Set<String> files;

    private Exclusions(List<String> keys, Set<String> partitions, Set<String> files) {
        this.keys = Levels.fixed(keys);
        this.partitions = partitions;
        this.files = files;
    }

    /**
     * Reads the list.
     *
     * @param file named in messages
     * @throws DataUnfit when a column is absent, a kind unknown or a value empty
     */
    public static Exclusions read(InputStream in, String file) throws IOException {
        CsvReader csv = new CsvReader(in, file, CsvDialect.STANDARD, CsvLimits.STANDARD, 1);
        List<String> names =
                Headers.read(
                        csv,
                        Format.STANDARD,
                        file,
                        CsvLimits.STANDARD,
                        List.of("kind", "value", "why"));
        int kind = names.indexOf("kind");
        int value = names.indexOf("value");
        if (kind < 0 || value < 0) {
            throw new DataUnfit(
                    file + ": the columns kind, value and why were expected; found " + names);
        }
        Set<String> keys = new HashSet<>();
        Set<String> partitions = new HashSet<>();
        Set<String> files = new HashSet<>();
        while (csv.next()) {
            String place = file + " line " + csv.recordLine();
            if (csv.fields() != names.size() || csv.text(value).isEmpty()) {
                throw new DataUnfit(
                        place
                                + ": kind, value and why were expected; found '"
                                + csv.recordText(200)
                                + "'");
            }
            String given = csv.text(kind);
            Set<String> target =
                    switch (given) {
                        case "key" -> keys;
                        case "partition" -> partitions;
                        case "file" -> files;
                        default ->
                                throw new DataUnfit(
                                        place
                                                + ": kind is '"
                                                + given
                                                + "'; key, partition and file are known");
                    };
            target.add(csv.text(value));
        }
        return new Exclusions(new ArrayList<>(keys), Set.copyOf(partitions), Set.copyOf(files));
    }

    /** How many keys, partitions and files are listed. */
    public int size() {
        return keys.size() + partitions.size() + files.size();
    }

    /** Whether any key is listed. */
    public boolean namesKeys() {
        return keys.size() > 0;
    }

    /** Whether the row with the key is kept out; several cells joined by {@link #KEY_JOINER}. */
    public boolean leavesOutKey(byte[] bytes, int from, int to) {
        return keys.code(bytes, from, to) >= 0;
    }

    /** Whether all rows of the object are kept out. */
    public boolean leavesOut(String file, @Nullable String partition) {
        return files.contains(file) || (partition != null && partitions.contains(partition));
    }
}
