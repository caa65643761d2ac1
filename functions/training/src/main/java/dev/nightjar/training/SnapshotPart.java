package dev.nightjar.training;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Format;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.StoredParts;
import dev.nightjar.tables.ReadSettings;
import dev.nightjar.tables.RowSink;
import dev.nightjar.tables.TableInput;
import dev.nightjar.tables.TableReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The rows of one part of a snapshot, to be read as often as needed. */
final class SnapshotPart {
    private final ObjectStore store;
    private final Definition definition;
    private final StoredPart part;

    SnapshotPart(ObjectStore store, Definition definition, StoredPart part) {
        this.store = requireNonNull(store, "store is null");
        this.definition = requireNonNull(definition, "definition is null");
        this.part = requireNonNull(part, "part is null");
    }

    /** Reads all rows. */
    void read(RowSink sink) {
        TableReader reader =
                new TableReader(
                        ReadSettings.clean(definition.columns()),
                        sink,
                        row -> {
                            throw new IllegalStateException(
                                    part.key()
                                            + " line "
                                            + row.line()
                                            + " cannot be read again: "
                                            + row.rule());
                        });
        try (InputStream in = StoredParts.open(store, part)) {
            reader.read(TableInput.whole(part.key(), Format.STANDARD, in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
