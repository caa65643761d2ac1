package dev.nightjar.run;

import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.pipeline.json.Digests;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/**
 * An object that is written to a temporary file first, because several grow in the same pass over
 * the rows and none may be stored half. Not safe for use by multiple threads.
 */
public final class SpooledObject implements AutoCloseable {
    private final Path file;
    private final DigestOutputStream digesting;
    private final OutputStream out;

    /** An empty object. */
    public SpooledObject() throws IOException {
        this.file = Files.createTempFile("nightjar", ".spool");
        this.digesting = new DigestOutputStream(Files.newOutputStream(file), Digests.sha256());
        this.out = new BufferedOutputStream(digesting, 1 << 16);
    }

    /** Where the content goes; closing it ends the content. */
    public OutputStream out() {
        return out;
    }

    /** Stores the content under a key that nobody else writes. */
    public StoredPart store(ObjectStore store, String key) throws IOException {
        out.close();
        String sha256 = Digests.hex(digesting.getMessageDigest().digest());
        ObjectHead head = store.put(key, target -> Files.copy(file, target));
        return new StoredPart(key, head.etag(), head.size(), sha256);
    }

    /** Deletes the temporary file. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
