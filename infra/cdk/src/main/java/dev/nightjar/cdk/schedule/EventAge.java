package dev.nightjar.cdk.schedule;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.pipeline.schedule.Firings;
import dev.nightjar.pipeline.window.Deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long a schedule tries to start a slot: to its deadline, and without one to the next slot,
 * which would start the machine anyway. The shortest of all slots holds, because a schedule has one
 * such time: the day that loses an hour decides.
 */
final class EventAge {
    /** What EventBridge Scheduler accepts (API reference, RetryPolicy). */
    private static final Duration SHORTEST = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Any would do; a fixed one gives the same template every day. */
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    /** Both changes of daylight saving lie in any year. */
    private static final Duration SPAN = Duration.ofDays(366);

    /** A year of hourly slots; what fires more often has a shorter way to its next slot. */
    private static final int MOST_SLOTS = 9_000;

    private EventAge() {}

    static Duration of(Definition definition, Machine machine, Schedule schedule) {
        Firings firings = Firings.of(schedule);
        Optional<Instant> first = firings.next(FROM);
        if (first.isEmpty()) {
            return LONGEST;
        }
        Duration shortest = LONGEST;
        Instant last = first.get().plus(SPAN);
        List<Instant> slots =
                Stream.iterate(
                                first,
                                slot -> slot.filter(last::isAfter).isPresent(),
                                slot -> slot.flatMap(firings::next))
                        .flatMap(Optional::stream)
                        .limit(MOST_SLOTS)
                        .toList();
        for (Instant slot : slots) {
            Optional<Instant> end =
                    deadline(definition, machine, slot).or(() -> firings.next(slot));
            if (end.isPresent()) {
                shortest = shorter(shortest, Duration.between(slot, end.get()));
            }
        }
        return shortest.compareTo(SHORTEST) <= 0 ? SHORTEST : shortest;
    }

    private static Optional<Instant> deadline(
            Definition definition, Machine machine, Instant slot) {
        Scoring scoring = definition.scoring();
        return machine == Machine.TRAINING || scoring == null
                ? Optional.empty()
                : Deadline.at(scoring, slot);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
