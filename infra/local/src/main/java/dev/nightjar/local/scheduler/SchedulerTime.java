package dev.nightjar.local.scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Time as a scheduler lives through it. */
public interface SchedulerTime {
    /** The present. */
    Instant now();

    /**
     * Waits until the time, or less long.
     *
     * @param time null when nothing is waited for
     * @return whether to go on
     */
    boolean waitUntil(@Nullable Instant time) throws InterruptedException;
}
