package dev.nightjar.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder as a store: a key is the path of a file below it, so that a moved folder still reads.
 * Safe for use by multiple threads and processes; what a killed one leaves behind is never seen.
 *
 * <p>An object appears by link(2) or rename(2) of a whole file that is already on disk; replace,
 * put and delete of a key exclude each other by a lock. The ETag is the SHA-256 of the content in
 * hexadecimal.
 *
 * <p>A key that cannot be one is refused with {@link IllegalArgumentException}: empty segments,
 * names that start with a dot, control characters, more than 255 bytes a segment or 1,024 in all, a
 * key that is the folder of other keys, a key that differs from another by case only where the file
 * system cannot hold both. Other failures are those of {@link ObjectSource}.
 */
public final class FolderStore implements ObjectStore {
    private final Path root;
    private final HashedEtags etags = new HashedEtags();
    private final FolderReader reader;
    private final KeyLocks locks;
    private final Spelling spelling;

    FolderStore(Path root, Spelling spelling) {
        this.root = root;
        this.reader = new FolderReader(root, etags);
        this.locks = new KeyLocks(root);
        this.spelling = spelling;
    }

    /** The store in the folder, which is made by the first write when it is missing. */
    public static FolderStore at(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new FolderStore(absolute, new Spelling(absolute, Files::exists));
    }

    @Override
    public ObjectHead put(String key, Content content) {
        Path target = reader.path(key);
        try {
            refuseOtherSpelling(key, target);
            try (WrittenFile written = WrittenFile.of(target, content)) {
                try (KeyLocks.Held _ = locks.hold(key)) {
                    return moved(written, key, target);
                }
            }
        } catch (IOException e) {
            throw failure("write " + key, key, target, e);
        }
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        Path target = reader.path(key);
        try {
            refuseOtherSpelling(key, target);
            if (FileStamp.of(target).isPresent()) {
                return Optional.empty(); // the link would be refused: spare the work
            }
            try (WrittenFile written = WrittenFile.of(target, content)) {
                if (written.linkTo(target)) {
                    etags.remember(target, written.stamped());
                    return Optional.of(written.head(key));
                }
            }
        } catch (IOException e) {
            throw failure("create " + key, key, target, e);
        }
        refuseFolder(key, target);
        return Optional.empty();
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        Path target = reader.path(key);
        try {
            if (spelling.other(target).isPresent() || !holds(target, etag)) {
                return Optional.empty(); // spare the work
            }
            try (WrittenFile written = WrittenFile.of(target, content)) {
                try (KeyLocks.Held _ = locks.hold(key)) {
                    return holds(target, etag)
                            ? Optional.of(moved(written, key, target))
                            : Optional.empty();
                }
            }
        } catch (IOException e) {
            throw failure("replace " + key, key, target, e);
        }
    }

    @Override
    public void delete(String key) {
        Path target = reader.path(key);
        try {
            if (spelling.other(target).isPresent() || FileStamp.of(target).isEmpty()) {
                return;
            }
            try (KeyLocks.Held _ = locks.hold(key)) {
                if (Files.deleteIfExists(target)) {
                    Folders.force(target.getParent());
                }
            } catch (NoSuchFileException gone) {
                // Whoever deleted another object of the folder took the folder away, too.
            }
            Folders.prune(root, target.getParent());
        } catch (IOException e) {
            throw StoreFailure.of("delete " + key, e);
        }
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return isSpelledOtherwise(key) ? Optional.empty() : reader.head(key);
    }

    @Override
    public List<String> folders(String prefix) {
        try (Stream<Path> entries = Files.list(root.resolve(prefix))) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted(KeyRules.ORDER)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException nothingThere) {
            return List.of();
        } catch (IOException e) {
            throw StoreFailure.of("list " + prefix, e);
        }
    }

    @Override
    public Optional<StoredObject> find(String key) {
        if (isSpelledOtherwise(key)) {
            return Optional.empty();
        }
        Path path = reader.path(key);
        try {
            // A file is never written in place: what one opening reads is whole, and its own digest
            // is an ETag that no file system's clock can spoil.
            Optional<byte[]> bytes =
                    FileStamp.of(path).isEmpty() ? Optional.empty() : FolderReader.bytes(path);
            return bytes.map(
                    read ->
                            new StoredObject(
                                    new ObjectHead(key, Sha256.of(read), read.length), read));
        } catch (IOException e) {
            throw StoreFailure.of("read " + key, e);
        }
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        if (isSpelledOtherwise(pinned.key())) {
            throw PinnedRange.gone(pinned.key());
        }
        return reader.open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return reader.list(prefix);
    }

    @Override
    public String bucket() {
        return "here";
    }

    @Override
    public String keyInBucket(String key) {
        return key;
    }

    @Override
    public String address(String key) {
        return reader.path(key).toString();
    }

    /** Whether the object has the ETag now; never from memory, as a write depends on it. */
    private boolean holds(Path target, String etag) throws IOException {
        return etags.hash(target).filter(now -> now.etag().equals(etag)).isPresent();
    }

    private ObjectHead moved(WrittenFile written, String key, Path target) throws IOException {
        written.moveTo(target);
        Folders.force(target.getParent());
        etags.remember(target, written.stamped());
        return written.head(key);
    }

    private boolean isSpelledOtherwise(String key) {
        try {
            return spelling.other(reader.path(key)).isPresent();
        } catch (IOException e) {
            throw StoreFailure.of("read " + key, e);
        }
    }

    private void refuseOtherSpelling(String key, Path target) throws IOException {
        locks.prepare();
        Optional<String> other = spelling.other(target);
        if (other.isPresent()) {
            throw new IllegalArgumentException(
                    "The key '%s' differs by case only from '%s', and this file system cannot hold both"
                            .formatted(key, other.get()));
        }
    }

    private static void refuseFolder(String key, Path target) {
        if (Files.isDirectory(target)) {
            throw new IllegalArgumentException(
                    "The key '" + key + "' is the folder of other objects");
        }
    }

    /** A key at odds with another shows itself as some failure of the file system. */
    private RuntimeException failure(String attempt, String key, Path target, IOException e) {
        refuseFolder(key, target);
        Optional<Path> file = FileStamp.fileOnTheWay(target);
        if (file.isPresent() && file.get().startsWith(root)) {
            return new IllegalArgumentException(
                    "The key '%s' lies below the object '%s'"
                            .formatted(key, root.relativize(file.get())),
                    e);
        }
        return StoreFailure.of(attempt, e);
    }
}
