package dev.nightjar.training;

import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.rows.RowBlock;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.SpooledObject;
import dev.nightjar.tables.Part;
import dev.nightjar.tables.QuarantineSink;
import dev.nightjar.tables.check.QuarantinedRow;
import dev.nightjar.tables.write.CleanRowWriter;
import dev.nightjar.tables.write.QuarantineWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the parts of a snapshot in one pass over the rows. Not safe for use by threads. */
final class SnapshotWriter implements QuarantineSink, AutoCloseable {
    private final Map<Part, SpooledObject> spools = new EnumMap<>(Part.class);
    private final Map<Part, CleanRowWriter> writers = new EnumMap<>(Part.class);
    private final Map<Part, Long> rows = new EnumMap<>(Part.class);
    private final SpooledObject quarantineSpool;
    private final QuarantineWriter quarantine;

    SnapshotWriter() throws IOException {
        quarantineSpool = new SpooledObject();
        quarantine = new QuarantineWriter(quarantineSpool.out());
    }

    /** Opens the parts, once the names of the columns are known. */
    void start(List<String> names) throws IOException {
        for (Part part : Part.values()) {
            SpooledObject spool = new SpooledObject();
            spools.put(part, spool);
            writers.put(part, CleanRowWriter.gzip(spool.out(), names));
            rows.put(part, 0L);
        }
    }

    void write(Part part, RowBlock block, int row) {
        writer(part).write(block, row);
        rows.merge(part, 1L, Long::sum);
    }

    @Override
    public void accept(QuarantinedRow row) {
        quarantine.accept(row);
    }

    long rows(Part part) {
        return rows.getOrDefault(part, 0L);
    }

    StoredPart store(Part part, ObjectStore store, String key) throws IOException {
        writer(part).close();
        return spool(part).store(store, key);
    }

    StoredPart storeQuarantine(ObjectStore store, String key) throws IOException {
        quarantine.close();
        return quarantineSpool.store(store, key);
    }

    @Override
    public void close() {
        try {
            quarantineSpool.close();
            for (SpooledObject spool : spools.values()) {
                spool.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private CleanRowWriter writer(Part part) {
        CleanRowWriter writer = writers.get(part);
        if (writer == null) {
            throw new IllegalStateException("the writer was not started");
        }
        return writer;
    }

    private SpooledObject spool(Part part) {
        SpooledObject spool = spools.get(part);
        if (spool == null) {
            throw new IllegalStateException("the writer was not started");
        }
        return spool;
    }
}
