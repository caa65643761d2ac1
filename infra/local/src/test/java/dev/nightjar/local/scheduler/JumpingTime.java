package dev.nightjar.local.scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which every wait ends at once, until an end. Wakes up now and then, as the real one.
 */
final class JumpingTime implements SchedulerTime {
    private final Instant end;
    private final Duration longestWait;
    private Instant now;

    JumpingTime(Instant start, Instant end, Duration longestWait) {
        this.now = start;
        this.end = end;
        this.longestWait = longestWait;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean waitUntil(@Nullable Instant time) {
        Instant latest = now.plus(longestWait);
        now = time == null || time.isAfter(latest) ? latest : time;
        return now.isBefore(end);
    }
}
