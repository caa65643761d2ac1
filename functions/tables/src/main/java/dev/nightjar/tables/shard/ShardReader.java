package dev.nightjar.tables.shard;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Format;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.tables.QuarantineSink;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowCounts;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads one cut of an object as the table it is a part of. Not safe for use by multiple threads.
 */
public final class ShardReader {
    private final ReadSettings settings;
    private final RowSink rows;
    private final QuarantineSink quarantine;

    /** A reader of cuts with the given settings. */
    public ShardReader(ReadSettings settings, RowSink rows, QuarantineSink quarantine) {
        this.settings = requireNonNull(settings, "settings is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.quarantine = requireNonNull(quarantine, "quarantine is null");
    }

    /**
     * Reads the cut to its end.
     *
     * @param head the pinned object
     * @param header names of the object's columns, as the cutter found them
     * @param partition of the object as exclusions spell it, or null
     */
    public RowCounts read(
            ObjectSource source,
            ObjectHead head,
            List<String> header,
            Cut cut,
            Format format,
            @Nullable String partition)
            throws IOException {
        TableReader reader =
                new TableReader(settings.withFirstRecord(cut.firstRecord()), rows, quarantine);
        try (InputStream in = source.open(head, cut.from(), cut.to())) {
            TableInput input =
                    cut.whole()
                            ? TableInput.whole(head.key(), format, in)
                            : TableInput.range(head.key(), format, in, header, cut.firstLine());
            return reader.read(input.in(partition));
        }
    }
}
