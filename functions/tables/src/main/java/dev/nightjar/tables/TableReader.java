package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.rows.Levels;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.tables.check.QuarantinedRow;
import dev.nightjar.tables.check.Rule;
import dev.nightjar.tables.csv.CsvDialect;
import dev.nightjar.tables.csv.CsvReader;
import dev.nightjar.tables.csv.Headers;
import dev.nightjar.tables.csv.Unpacking;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads objects of one table, one after the other, into blocks: cells are found by column name,
 * checked, repaired where nothing is lost, and otherwise the row is quarantined. Memory does not
 * grow with rows. Not safe for use by multiple threads.
 */
public final class TableReader {
    private final ReadSettings settings;
    private final RowSink rows;
    private final QuarantineSink quarantine;
    private final BlockFiller filler;
    private RowCounts total = RowCounts.NONE;

    // of the object being read
    private long read;
    private long repaired;
    private long quarantined;
    private long excluded;
    private final EnumMap<Rule, Long> byRule = new EnumMap<>(Rule.class);

    /** A reader that has read nothing. */
    public TableReader(ReadSettings settings, RowSink rows, QuarantineSink quarantine) {
        this.settings = requireNonNull(settings, "settings is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.quarantine = requireNonNull(quarantine, "quarantine is null");
        this.filler = new BlockFiller(settings);
    }

    /**
     * Reads one object or range to its end and hands over its last, partly filled block.
     *
     * @return the counts of this object alone
     * @throws DataUnfit when the object as a whole cannot be read: no header, a column absent or
     *     named twice, packed data cut or damaged, a quote that never closes
     */
    public RowCounts read(TableInput input) throws IOException {
        forget();
        CsvReader csv = open(input);
        List<String> names = input.header();
        if (names == null) {
            names =
                    Headers.read(
                            csv,
                            input.format(),
                            input.file(),
                            settings.limits(),
                            filler.neededNames());
        }
        filler.start(input, names);
        boolean leftOut = settings.exclusions().leavesOut(input.file(), input.partition());
        long firstRecord = settings.firstRecord() + total.read();
        while (csv.next()) {
            if (leftOut) {
                excluded++;
            } else {
                row(csv, input.file(), firstRecord + read);
            }
            read++;
        }
        flush();
        RowCounts counts = new RowCounts(read, repaired, quarantined, excluded, byRule);
        total = total.plus(counts);
        return counts;
    }

    /** The counts of everything read. */
    public RowCounts counts() {
        return total;
    }

    /** The names of the columns of the blocks. */
    public List<String> names() {
        return filler.block().names();
    }

    /** The dictionaries of all category columns, by column name. */
    public Map<String, Levels> levels() {
        return filler.levels();
    }

    private CsvReader open(TableInput input) throws IOException {
        CsvDialect dialect = CsvDialect.of(input.format());
        Unpacking.Content content =
                input.header() == null
                        ? Unpacking.open(
                                input.stream(),
                                input.format().gzip(),
                                input.file(),
                                settings.limits())
                        : new Unpacking.Content(input.stream(), false);
        return new CsvReader(
                content.stream(), input.file(), dialect, settings.limits(), input.firstLine());
    }

    private void row(CsvReader csv, String file, long record) {
        Verdict verdict = filler.add(csv, record);
        switch (verdict) {
            case ACCEPTED -> {}
            case REPAIRED -> repaired++;
            case EXCLUDED -> excluded++;
            case QUARANTINED -> keepOut(filler.offence(), file, csv);
        }
        if (filler.block().rows() == filler.block().capacity()) {
            flush();
        }
    }

    private void keepOut(@Nullable Offence found, String file, CsvReader csv) {
        Offence offence = requireNonNull(found, "offence is null");
        quarantined++;
        byRule.merge(offence.rule(), 1L, Long::sum);
        quarantine.accept(
                new QuarantinedRow(
                        file,
                        csv.recordLine(),
                        offence.rule(),
                        offence.column(),
                        offence.value(),
                        csv.recordText(QuarantinedRow.MOST_ROW * 4)));
    }

    private void flush() {
        RowBlock block = filler.block();
        if (block.rows() > 0) {
            rows.accept(block);
            filler.clear();
        }
    }

    private void forget() {
        read = 0;
        repaired = 0;
        quarantined = 0;
        excluded = 0;
        byRule.clear();
        filler.clear();
    }
}
