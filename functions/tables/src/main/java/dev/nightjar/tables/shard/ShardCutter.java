package dev.nightjar.tables.shard;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.tables.csv.CsvDialect;
import dev.nightjar.tables.csv.CsvLimits;
import dev.nightjar.tables.csv.CsvReader;
import dev.nightjar.tables.csv.Headers;
import dev.nightjar.tables.csv.Unpacking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a planned object once, counts its rows and cuts it at row borders, by the very parser that
 * scores the cuts. Packed objects and those within the target stay whole. The same bytes and target
 * give the same cuts. Safe for use by multiple threads.
 */
public final class ShardCutter {
    private final Format format;
    private final CsvLimits limits;
    private final long targetBytes;

    /** A cutter of objects in the format into cuts of about the given size. */
    public ShardCutter(Format format, CsvLimits limits, long targetBytes) {
        this.format = requireNonNull(format, "format is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.targetBytes = targetBytes;
        if (targetBytes < 1) {
            throw new IllegalArgumentException("target is below one byte: " + targetBytes);
        }
    }

    /**
     * Cuts the object. What is wrong with its data is an answer, not an exception.
     *
     * @throws IOException from the source, also when the object is no longer the pinned one
     */
    public CutObject cut(ObjectSource source, ObjectHead head) throws IOException {
        try (CountedStream counted = new CountedStream(source.open(head))) {
            List<String> header = List.of();
            try {
                Unpacking.Content content =
                        Unpacking.open(counted, format.gzip(), head.key(), limits);
                CsvReader csv =
                        new CsvReader(
                                content.stream(), head.key(), CsvDialect.of(format), limits, 1);
                header = Headers.read(csv, format, head.key(), limits, List.of());
                boolean whole = content.packed() || head.size() <= targetBytes;
                List<Cut> cuts = whole ? count(csv, head) : cuts(csv, head);
                long rows = cuts.stream().mapToLong(cut -> cut.rows().orElse(0)).sum();
                return new CutObject(
                        head, header, cuts, OptionalLong.of(rows), counted.count(), null);
            } catch (DataUnfit e) {
                return CutObject.unreadable(
                        head,
                        header,
                        counted.count(),
                        requireNonNull(e.getMessage(), "no message"));
            }
        }
    }

    private static List<Cut> count(CsvReader csv, ObjectHead head) throws IOException {
        long rows = 0;
        while (csv.next()) {
            rows++;
        }
        return rows == 0
                ? List.of()
                : List.of(new Cut(0, head.size(), true, 1, 0, OptionalLong.of(rows)));
    }

    private List<Cut> cuts(CsvReader csv, ObjectHead head) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        long from = csv.position();
        long line = csv.line();
        long before = 0;
        long rows = 0;
        while (csv.next()) {
            rows++;
            if (csv.position() - from >= targetBytes) {
                cuts.add(rows(from, csv.position(), line, before, rows));
                from = csv.position();
                line = csv.line();
                before += rows;
                rows = 0;
            }
        }
        if (rows > 0) {
            cuts.add(rows(from, head.size(), line, before, rows));
        } else if (!cuts.isEmpty()) {
            Cut last = cuts.removeLast();
            cuts.add(
                    new Cut(
                            last.from(),
                            head.size(),
                            false,
                            last.firstLine(),
                            last.firstRecord(),
                            last.rows()));
        }
        return cuts;
    }

    private static Cut rows(long from, long to, long line, long firstRecord, long rows) {
        return new Cut(from, to, false, line, firstRecord, OptionalLong.of(rows));
    }
}
