package dev.nightjar.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Every so many minutes, hours or days from a start, the start included. Immutable. */
public final class RateSchedule implements Firings {
    private final Duration step;
    private final Instant start;

    private RateSchedule(Duration step, Instant start) {
        this.step = step;
        this.start = start;
    }

    /** The schedule of a checked rate, such as {@code 6 hours}. */
    public static RateSchedule of(String rate, Instant start) {
        String[] parts = rate.strip().split("\\s+", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("rate '" + rate + "' has no unit");
        }
        String unit = parts[1].toUpperCase(Locale.ROOT);
        ChronoUnit plural = ChronoUnit.valueOf(unit.endsWith("S") ? unit : unit + "S");
        return new RateSchedule(Duration.of(Long.parseLong(parts[0]), plural), start);
    }

    @Override
    public Optional<Instant> newestNotAfter(Instant instant) {
        if (instant.isBefore(start)) {
            return Optional.empty();
        }
        long steps = Duration.between(start, instant).dividedBy(step);
        return Optional.of(start.plus(step.multipliedBy(steps)));
    }

    @Override
    public Optional<Instant> next(Instant instant) {
        Optional<Instant> newest = newestNotAfter(instant);
        return Optional.of(newest.isEmpty() ? start : newest.get().plus(step));
    }
}
