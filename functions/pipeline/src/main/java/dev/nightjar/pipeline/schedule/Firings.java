package dev.nightjar.pipeline.schedule;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The instants at which a schedule fires. Immutable. */
public sealed interface Firings permits CronSchedule, RateSchedule {
    /** The firings of a checked schedule; pausing is not looked at. */
    static Firings of(Schedule schedule) {
        String cron = schedule.cron();
        if (cron != null) {
            return CronSchedule.of(cron, ZoneId.of(schedule.timezone()));
        }
        return RateSchedule.of(
                requireNonNull(schedule.rate()),
                Instant.parse(requireNonNull(schedule.start(), "a rate needs a start")));
    }

    /** The newest firing that is not after the instant. */
    Optional<Instant> newestNotAfter(Instant instant);

    /** The first firing after the instant. */
    Optional<Instant> next(Instant instant);

    /** The first firings after the instant, at most so many. */
    default List<Instant> next(Instant instant, int count) {
        return Stream.iterate(next(instant), Optional::isPresent, last -> last.flatMap(this::next))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }
}
