package dev.nightjar.core.store;

import dev.nightjar.core.error.Transient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 as ETag, computed once for a stamp. Safe for use by multiple threads. */
final class HashedEtags implements Etags {
    /** More than one night's files; a process that runs for months forgets and hashes again. */
    private static final int MOST_REMEMBERED = 100_000;

    private static final int TRIES = 100;
    private static final int BUFFER = 1 << 16;

    private final Map<Path, Stamped> known = new ConcurrentHashMap<>();

    @Override
    public Optional<Stamped> of(Path path, FileStamp seen) throws IOException {
        Stamped remembered = known.get(path);
        if (remembered != null && remembered.stamp().equals(seen)) {
            return Optional.of(remembered);
        }
        Optional<Stamped> hashed = hash(path);
        hashed.ifPresentOrElse(found -> remember(path, found), () -> known.remove(path));
        return hashed;
    }

    /** The ETag of what the file holds now, by reading it. */
    Optional<Stamped> hash(Path path) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<FileStamp> before = FileStamp.of(path);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> etag = digest(path);
            if (etag.isPresent() && before.equals(FileStamp.of(path))) {
                return Optional.of(new Stamped(before.get(), etag.get()));
            }
        }
        throw new Transient("The file " + path + " changes faster than it can be read");
    }

    void remember(Path path, Stamped stamped) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(path, stamped);
    }

    private static Optional<String> digest(Path path) throws IOException {
        MessageDigest digest = Sha256.start();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (NoSuchFileException replacedMeanwhile) {
            return Optional.empty();
        }
        return Optional.of(Sha256.hex(digest));
    }
}
