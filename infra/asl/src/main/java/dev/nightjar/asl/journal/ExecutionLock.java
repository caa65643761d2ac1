package dev.nightjar.asl.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * A lock on a file that lives as long as the process that holds it: kill -9 releases it. Safe for
 * use by many threads.
 */
final class ExecutionLock implements AutoCloseable {
    /**
     * What this process holds. The system's locks belong to a process, and closing any channel to a
     * file releases them: a file that is held here must not be opened to ask.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private ExecutionLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; null when somebody holds it. */
    static @Nullable ExecutionLock take(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (!HELD.add(whole)) {
                return null;
            }
            ExecutionLock lock = null;
            try {
                lock = locked(whole);
            } finally {
                if (lock == null) {
                    HELD.remove(whole);
                }
            }
            return lock;
        }
    }

    private static @Nullable ExecutionLock locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? null : new ExecutionLock(file, channel);
    }

    /** Whether a live process, this one or another, holds the lock of the file. */
    static boolean isHeld(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.contains(whole)) {
                return true;
            }
            if (!Files.exists(whole)) {
                return false;
            }
            // A shared lock, so that two who ask at once do not take each other for the holder.
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.READ);
                    FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return free == null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (HELD.remove(file)) {
                channel.close();
            }
        }
    }
}
