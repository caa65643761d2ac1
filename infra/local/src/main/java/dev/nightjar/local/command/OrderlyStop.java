package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that goes on until Ctrl-C, or until the process is asked to end, come to its own
 * end: it is told, and the process waits for its last line. That end is no failure, so the exit
 * code is 0.
 */
final class OrderlyStop implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private OrderlyStop(Runnable stop) {
        hook = Thread.ofPlatform().name("stop").unstarted(() -> stopped(stop));
    }

    /** Has the stop called when the process is to end. */
    static OrderlyStop by(Runnable stop) {
        OrderlyStop orderly = new OrderlyStop(requireNonNull(stop, "stop is null"));
        Runtime.getRuntime().addShutdownHook(orderly.hook);
        return orderly;
    }

    private void stopped(Runnable stop) {
        stop.run();
        try {
            if (ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                // The JVM's own code would be the signal's.
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException tooLong) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has shown its last line. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends: the hook is at work.
        }
    }
}
