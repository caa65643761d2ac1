package dev.nightjar.asl.journal;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Carries what was written to the disk soon after: one fsync for all that a file got meanwhile. Its
 * thread lives while there is something to do. Safe for use by many threads.
 */
final class Flusher {
    /** With the time that an fsync takes this stays below 20 ms. */
    private static final long PAUSE_MILLIS = 8;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    1,
                    1,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("asl-journal").factory());
    private Set<Flushed> dirty = new LinkedHashSet<>();

    Flusher() {
        thread.allowCoreThreadTimeOut(true);
    }

    void written(Flushed file) {
        boolean first;
        synchronized (this) {
            first = dirty.isEmpty();
            dirty.add(file);
        }
        if (first) {
            thread.execute(this::flush);
        }
    }

    private void flush() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Set<Flushed> batch;
        synchronized (this) {
            batch = dirty;
            dirty = new LinkedHashSet<>();
        }
        for (Flushed file : batch) {
            try {
                file.force();
            } catch (IOException problem) {
                file.failed(problem);
            }
        }
    }
}
