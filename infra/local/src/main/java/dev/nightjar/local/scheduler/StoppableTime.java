package dev.nightjar.local.scheduler;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Real time, until somebody stops it. Waits a second at the most: files may change, and the wall
 * clock may be set, or jump because the machine slept. Safe for use by multiple threads.
 */
public final class StoppableTime implements SchedulerTime {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Time by the clock. */
    public StoppableTime(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Ends the waiting; whoever waits does not go on. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean waitUntil(@Nullable Instant time) throws InterruptedException {
        Duration left = time == null ? LONGEST_WAIT : Duration.between(now(), time);
        Duration wait = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
        return !stopped.await(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }
}
