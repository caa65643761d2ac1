package dev.nightjar.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file that lives as long as the process that holds it: kill -9 releases it. Safe for
 * use by multiple threads.
 */
final class ExecutionLock implements AutoCloseable {
    /**
     * What this process holds. The system's locks belong to a process, and closing any channel to a
     * file releases them: a file that is held here must not be opened to ask.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ExecutionLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock of a file that nobody else knows yet. */
    static ExecutionLock take(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        FileChannel channel =
                FileChannel.open(whole, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        HELD.add(whole);
        if (channel.tryLock() == null) {
            HELD.remove(whole);
            channel.close();
            throw new IOException(file + " is held by another process");
        }
        return new ExecutionLock(whole, channel);
    }

    /** Whether a live process, this one or another, holds the lock of the file. */
    static synchronized boolean isHeld(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        if (HELD.contains(whole)) {
            return true;
        }
        // A shared lock, so that two who ask at once do not take each other for the holder.
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
