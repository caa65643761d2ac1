package dev.nightjar.run;

import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.Content;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reading of objects that a record names. */
public final class StoredParts {
    private StoredParts() {}

    /**
     * Opens an object that a record names.
     *
     * @throws IllegalStateException when it is gone or of another size: nothing that a record names
     *     is ever changed or deleted by us
     */
    public static InputStream open(ObjectStore store, StoredPart part) throws IOException {
        ObjectHead head =
                store.head(part.key())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                store.address(part.key()) + " was deleted"));
        if (head.size() != part.size()) {
            throw new IllegalStateException(
                    store.address(part.key())
                            + " has "
                            + head.size()
                            + " bytes, its record says "
                            + part.size());
        }
        return store.open(head);
    }

    /** Stores bytes under a key that nobody else writes. */
    public static StoredPart put(ObjectStore store, String key, byte[] bytes) {
        ObjectHead head = store.put(key, Content.of(bytes));
        return new StoredPart(key, head.etag(), bytes.length, Digests.sha256Hex(bytes));
    }

    /** The whole of a small object that a record names. */
    public static byte[] bytes(ObjectStore store, StoredPart part) {
        try (InputStream in = open(store, part)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
