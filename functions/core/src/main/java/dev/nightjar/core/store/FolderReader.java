package dev.nightjar.core.store;

import dev.nightjar.core.error.Transient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of a folder as objects. Safe for use by multiple threads. */
final class FolderReader {
    private static final int TRIES = 100;

    private final Path root;
    private final Etags etags;

    FolderReader(Path root, Etags etags) {
        this.root = root;
        this.etags = etags;
    }

    /** Where the object with the key lies or would lie. */
    Path path(String key) {
        KeyRules.check(key);
        try {
            return root.resolve(key);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "The key '%s' cannot be a file name in this locale's encoding (%s); try LC_ALL=C.UTF-8"
                            .formatted(key, System.getProperty("sun.jnu.encoding")),
                    e);
        }
    }

    Optional<ObjectHead> head(String key) {
        try {
            return stamped(path(key)).map(now -> head(key, now));
        } catch (IOException e) {
            throw StoreFailure.of("read " + key, e);
        }
    }

    Optional<StoredObject> find(String key) {
        Path path = path(key);
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Optional<Etags.Stamped> before = stamped(path);
                if (before.isEmpty()) {
                    return Optional.empty();
                }
                Optional<byte[]> bytes = bytes(path);
                if (bytes.isPresent() && stands(path, before.get())) {
                    return Optional.of(new StoredObject(head(key, before.get()), bytes.get()));
                }
            }
        } catch (IOException e) {
            throw StoreFailure.of("read " + key, e);
        }
        throw new Transient(key + " changes faster than it can be read");
    }

    InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        pinned.checkRange(from, to);
        Path path = path(pinned.key());
        try {
            return open(pinned, path, from, to);
        } catch (FileSystemException | ClosedByInterruptException e) {
            throw StoreFailure.of("read " + pinned.key(), e);
        }
    }

    private InputStream open(ObjectHead pinned, Path path, long from, long to) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Etags.Stamped now = check(pinned, path);
            Optional<FileChannel> file = channel(path, now);
            if (file.isPresent()) {
                InputStream in = Channels.newInputStream(file.get().position(from));
                return new PinnedRange(pinned, in, to - from, () -> check(pinned, path));
            }
        }
        throw new Transient(pinned.key() + " changes faster than it can be opened");
    }

    List<ObjectHead> list(String prefix) {
        KeyRules.checkPrefix(prefix);
        List<ObjectHead> heads = new ArrayList<>();
        try {
            for (FolderWalk.Found found : FolderWalk.of(root, prefix)) {
                etags.of(found.path(), found.stamp())
                        .ifPresent(now -> heads.add(head(found.key(), now)));
            }
        } catch (IOException e) {
            throw StoreFailure.of("list " + prefix + "*", e);
        }
        return heads;
    }

    /** Throws when the pinned object is not the present one. */
    private Etags.Stamped check(ObjectHead pinned, Path path) throws IOException {
        Etags.Stamped now = stamped(path).orElseThrow(() -> PinnedRange.gone(pinned.key()));
        if (!now.etag().equals(pinned.etag())) {
            throw PinnedRange.changed(pinned, now.etag());
        }
        return now;
    }

    private Optional<Etags.Stamped> stamped(Path path) throws IOException {
        Optional<FileStamp> seen = FileStamp.of(path);
        return seen.isEmpty() ? Optional.empty() : etags.of(path, seen.get());
    }

    /**
     * Whether the file is still the one with the stamp, so that what was opened meanwhile is, too.
     */
    private static boolean stands(Path path, Etags.Stamped then) throws IOException {
        return FileStamp.of(path).equals(Optional.of(then.stamp()));
    }

    /** What the file holds, or empty when it is gone. */
    static Optional<byte[]> bytes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** The opened file, or empty when it was replaced since the stamp was taken. */
    private static Optional<FileChannel> channel(Path path, Etags.Stamped then) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException replacedMeanwhile) {
            return Optional.empty();
        }
        boolean same = false;
        try {
            same = stands(path, then);
        } finally {
            if (!same) {
                channel.close();
            }
        }
        return same ? Optional.of(channel) : Optional.empty();
    }

    private static ObjectHead head(String key, Etags.Stamped now) {
        return new ObjectHead(key, now.etag(), now.stamp().size());
    }
}
