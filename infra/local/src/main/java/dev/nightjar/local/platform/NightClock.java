package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that starts where it is told and goes on with real time. Safe for use by multiple
 * threads.
 */
public final class NightClock implements InstantSource {
    private record Start(Instant time, long nanoseconds) {}

    private final LongSupplier nanoseconds;
    private volatile Start start;

    /** A clock that shows the given time now. */
    public NightClock(Instant now) {
        this(now, System::nanoTime);
    }

    NightClock(Instant now, LongSupplier nanoseconds) {
        this.nanoseconds = requireNonNull(nanoseconds, "nanoseconds is null");
        this.start = new Start(requireNonNull(now, "now is null"), nanoseconds.getAsLong());
    }

    /** Shows the given time now. */
    public void moveTo(Instant now) {
        start = new Start(requireNonNull(now, "now is null"), nanoseconds.getAsLong());
    }

    @Override
    public Instant instant() {
        Start from = start;
        return from.time().plus(Duration.ofNanos(nanoseconds.getAsLong() - from.nanoseconds()));
    }
}
