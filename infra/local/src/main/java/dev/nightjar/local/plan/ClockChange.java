package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Schedule;
import dev.nightjar.pipeline.schedule.CronSchedule;
import dev.nightjar.pipeline.schedule.Firings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * The next time that clocks are changed, and what the schedule does then.
 *
 * @param at when
 * @param from what the clock was ahead of UTC
 * @param to what it is ahead of UTC from then on
 * @param before the last slot before, or null
 * @param after the first slot from then on, or null
 * @param skipped local times of the schedule that do not exist
 * @param twice local times of the schedule that come twice, and fire once
 */
record ClockChange(
        Instant at,
        ZoneOffset from,
        ZoneOffset to,
        @Nullable Instant before,
        @Nullable Instant after,
        List<LocalDateTime> skipped,
        List<LocalDateTime> twice) {
    private static final int MOST_TIMES = 4;

    ClockChange {
        requireNonNull(at, "at is null");
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        skipped = List.copyOf(skipped);
        twice = List.copyOf(twice);
    }

    /** The next change of the schedule's zone; empty where clocks are never changed. */
    static Optional<ClockChange> after(Instant now, Schedule schedule) {
        ZoneOffsetTransition change = ZoneId.of(schedule.timezone()).getRules().nextTransition(now);
        if (change == null) {
            return Optional.empty();
        }
        Firings firings = Firings.of(schedule);
        Instant justBefore = change.getInstant().minusNanos(1);
        List<LocalDateTime> times = within(change, schedule.cron());
        return Optional.of(
                new ClockChange(
                        change.getInstant(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        firings.newestNotAfter(justBefore).orElse(null),
                        firings.next(justBefore).orElse(null),
                        change.isGap() ? times : List.of(),
                        change.isOverlap() ? times : List.of()));
    }

    /** The times of the expression within the hour that is missing, or comes twice. */
    private static List<LocalDateTime> within(ZoneOffsetTransition change, @Nullable String cron) {
        if (cron == null) {
            return List.of();
        }
        LocalDateTime one = change.getDateTimeBefore();
        LocalDateTime other = change.getDateTimeAfter();
        LocalDateTime start = one.isBefore(other) ? one : other;
        LocalDateTime end = one.isBefore(other) ? other : one;
        return CronSchedule.of(cron, ZoneOffset.UTC)
                .next(start.toInstant(ZoneOffset.UTC).minusNanos(1), MOST_TIMES)
                .stream()
                .map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .filter(time -> time.isBefore(end))
                .toList();
    }
}
