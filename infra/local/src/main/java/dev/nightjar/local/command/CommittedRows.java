package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.LedgerBroken;
import dev.nightjar.core.night.Manifest;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.StoredPart;
import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.pipeline.json.Digests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The committed parts of a batch, proven against its manifest. */
final class CommittedRows {
    private static final int BUFFER = 1 << 16;

    private final ObjectStore store;
    private final List<StoredPart> parts;

    private CommittedRows(ObjectStore store, List<StoredPart> parts) {
        this.store = requireNonNull(store, "store is null");
        this.parts = List.copyOf(parts);
    }

    /** The rows that the run committed: what symlink.txt names, as the manifest describes it. */
    static CommittedRows of(Platform platform, RunId run) {
        Manifest manifest =
                platform.records()
                        .manifest(run)
                        .orElseThrow(() -> new LedgerBroken(run + " has no manifest"));
        List<String> named = platform.records().committedParts(run.pipeline(), run.slot());
        List<String> listed = manifest.parts().stream().map(StoredPart::key).toList();
        if (!named.equals(listed)) {
            throw new LedgerBroken(
                    "symlink.txt of slot "
                            + run.slot()
                            + " names other parts than the manifest of "
                            + run);
        }
        return new CommittedRows(platform.store(), manifest.parts());
    }

    /** Reads every part to its end and compares length and digest. */
    void verify() throws IOException {
        for (StoredPart part : parts) {
            MessageDigest digest = Digests.sha256();
            long size;
            try (InputStream in = new DigestInputStream(open(part), digest)) {
                size = in.transferTo(OutputStream.nullOutputStream());
            }
            String found = HexFormat.of().formatHex(digest.digest());
            if (size != part.size() || !found.equals(part.sha256())) {
                throw new LedgerBroken(
                        "%s is not what was committed: %d bytes with SHA-256 %s, expected %d with %s"
                                .formatted(part.key(), size, found, part.size(), part.sha256()));
            }
        }
    }

    /** Writes all rows below one header; answers how many there are. */
    long writeTo(OutputStream out) throws IOException {
        long rows = 0;
        boolean first = true;
        for (StoredPart part : parts) {
            if (part.size() > 0) {
                try (InputStream in = new BufferedInputStream(open(part), BUFFER)) {
                    rows += copy(in, out, first);
                }
                first = false;
            }
        }
        out.flush();
        return rows;
    }

    private static long copy(InputStream in, OutputStream out, boolean withHeader)
            throws IOException {
        CsvLines lines = new CsvLines(withHeader ? out : OutputStream.nullOutputStream(), out);
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            lines.write(buffer, count);
        }
        return lines.records() - 1;
    }

    private InputStream open(StoredPart part) throws IOException {
        ObjectHead head =
                store.head(part.key()).orElseThrow(() -> new LedgerBroken(part.key() + " is gone"));
        return store.open(head);
    }
}
