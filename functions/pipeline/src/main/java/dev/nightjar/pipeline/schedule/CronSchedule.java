package dev.nightjar.pipeline.schedule;

import com.cronutils.model.time.ExecutionTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * Six fields (minute hour day month weekday year) on the wall clock of a zone. A local time that
 * does not exist is skipped; one that comes twice fires once, the first time. Immutable.
 *
 * <p>The library only ever sees wall-clock time (as UTC), so that what happens when clocks change
 * is decided here and nowhere else.
 */
public final class CronSchedule implements Firings {
    private final ExecutionTime wallClock;
    private final ZoneId zone;

    private CronSchedule(ExecutionTime wallClock, ZoneId zone) {
        this.wallClock = wallClock;
        this.zone = zone;
    }

    /**
     * The schedule of a checked expression.
     *
     * @throws IllegalArgumentException if it is none; {@link #problem} says why
     */
    public static CronSchedule of(String expression, ZoneId zone) {
        return new CronSchedule(ExecutionTime.forCron(CronExpression.parse(expression)), zone);
    }

    /** What is wrong with the expression, without its remedy; empty when nothing is. */
    public static Optional<String> problem(String expression) {
        return CronExpression.problem(expression);
    }

    @Override
    public Optional<Instant> newestNotAfter(Instant instant) {
        LocalDateTime start = latestWallClock(instant).plusNanos(1);
        Optional<LocalDateTime> time = before(start);
        while (time.isPresent()) {
            Optional<Instant> firing = resolve(time.get());
            if (firing.isPresent() && !firing.get().isAfter(instant)) {
                return firing;
            }
            time = before(time.get());
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> next(Instant instant) {
        Optional<LocalDateTime> time = after(LocalDateTime.ofInstant(instant, zone));
        while (time.isPresent()) {
            Optional<Instant> firing = resolve(time.get());
            if (firing.isPresent() && firing.get().isAfter(instant)) {
                return firing;
            }
            time = after(time.get());
        }
        return Optional.empty();
    }

    /** The latest time that the wall clock has shown: when it was set back, the one before that. */
    private LocalDateTime latestWallClock(Instant instant) {
        LocalDateTime shown = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        boolean shownTwice =
                change != null && change.isOverlap() && !instant.isBefore(change.getInstant());
        return shownTwice ? change.getDateTimeBefore() : shown;
    }

    private Optional<LocalDateTime> before(LocalDateTime time) {
        return wallClock
                .lastExecution(time.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<LocalDateTime> after(LocalDateTime time) {
        return wallClock
                .nextExecution(time.atZone(ZoneOffset.UTC))
                .map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<Instant> resolve(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(time.toInstant(offsets.getFirst()));
    }
}
