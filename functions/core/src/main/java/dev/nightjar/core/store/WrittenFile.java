package dev.nightjar.core.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Content on its way to a name: a whole file on disk, beside its target, under a name that no
 * reader takes for an object. What a killed process leaves behind is only ever such a file.
 */
final class WrittenFile implements AutoCloseable {
    private static final String NAME = ".writing-" + ProcessHandle.current().pid() + "-";
    private static final AtomicLong NEXT = new AtomicLong();
    private static final int TRIES = 100;
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private final Path path;
    private final Etags.Stamped stamped;

    private WrittenFile(Path path, Etags.Stamped stamped) {
        this.path = path;
        this.stamped = stamped;
    }

    /** Writes the content to disk, in the folder of the target, which is made when missing. */
    static WrittenFile of(Path target, Content content) throws IOException {
        Path folder = requireNonNull(target.getParent(), "every key lies in a folder");
        Path path = fresh(folder);
        boolean whole = false;
        try {
            WrittenFile written = new WrittenFile(path, write(path, content));
            whole = true;
            return written;
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    Etags.Stamped stamped() {
        return stamped;
    }

    ObjectHead head(String key) {
        return new ObjectHead(key, stamped.etag(), stamped.stamp().size());
    }

    /**
     * Gives the file its name unless there is one: a link is made or refused by the file system at
     * once.
     */
    boolean linkTo(Path target) throws IOException {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new IOException("this file system has no hard links, which a store needs", e);
        }
        Folders.force(target.getParent());
        return true;
    }

    /** Gives the file its name, whatever had it. */
    void moveTo(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away the temporary name, if it is still there. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Path fresh(Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Folders.make(folder);
                return unused(folder);
            } catch (NoSuchFileException e) {
                // Somebody deleted the folder's last object, and with it the folder: make it again.
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Path unused(Path folder) throws IOException {
        while (true) {
            try {
                return Files.createFile(folder.resolve(NAME + NEXT.incrementAndGet()));
            } catch (FileAlreadyExistsException leftover) {
                // Of a killed process that had our number: take the next name.
            }
        }
    }

    private static Etags.Stamped write(Path path, Content content) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ContentSink sink = new ContentSink(file);
            content.writeTo(sink);
            byte[] digest = sink.digest();
            Files.setLastModifiedTime(path, modified(path, digest));
            file.force(true);
            FileStamp stamp =
                    FileStamp.of(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
            return new Etags.Stamped(stamp, HexFormat.of().formatHex(digest));
        }
    }

    /**
     * The clock of most file systems ticks every few milliseconds, and inodes are used again at
     * once: two contents of one size could wear the same stamp. So the content itself sets the
     * finest digits.
     */
    private static FileTime modified(Path path, byte[] digest) throws IOException {
        long finest = Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt()) % NANOS_OF_A_MILLI;
        long millis = Files.getLastModifiedTime(path).toMillis();
        return FileTime.from(millis * NANOS_OF_A_MILLI + finest, TimeUnit.NANOSECONDS);
    }
}
