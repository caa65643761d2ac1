package dev.nightjar.core.store;

import dev.nightjar.core.error.Transient;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time for a key, over threads and processes; a killed process lets go. Keys share
 * 256 lock files that are never deleted: deleting one would give two processes a lock each. Safe
 * for use by multiple threads.
 */
final class KeyLocks {
    static final String FOLDER = ".locks";

    /** Locks of files belong to the whole process, so its threads need locks of their own. */
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path folder;

    KeyLocks(Path root) {
        this.folder = root.resolve(FOLDER);
    }

    /** A held lock; released by closing. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Makes the folder of locks unless it is there. */
    void prepare() throws IOException {
        Folders.make(folder);
    }

    /** Waits for the key's lock. Whoever holds one asks for no other. */
    Held hold(String key) throws IOException {
        prepare();
        String name = Sha256.of(key.getBytes(StandardCharsets.UTF_8));
        Path file = folder.toRealPath().resolve(name.substring(0, 2));
        ReentrantLock here = HERE.computeIfAbsent(file, _ -> new ReentrantLock());
        here.lock();
        boolean held = false;
        try {
            FileChannel channel = locked(file);
            held = true;
            return () -> release(channel, here);
        } catch (OverlappingFileLockException e) {
            throw new Transient("Another part of this process holds the lock of " + key, e);
        } finally {
            if (!held) {
                here.unlock();
            }
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.lock().isValid();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return channel;
    }

    private static void release(FileChannel channel, ReentrantLock here) throws IOException {
        try {
            channel.close();
        } finally {
            here.unlock();
        }
    }
}
