package dev.nightjar.pipeline.window;

import dev.nightjar.core.definition.Scoring;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** By when the results of a slot are due. */
public final class Deadline {
    private Deadline() {}

    /**
     * The first time after the slot at which the zone's wall clock shows the deadline: on the
     * slot's own date, or on the next when it has passed by then. Empty without a deadline.
     */
    public static Optional<Instant> at(Scoring scoring, Instant slot) {
        String deadline = scoring.deadline();
        if (deadline == null) {
            return Optional.empty();
        }
        ZonedDateTime local = slot.atZone(Partitions.zone(scoring.schedule()));
        LocalTime time = LocalTime.parse(deadline);
        ZonedDateTime today = local.toLocalDate().atTime(time).atZone(local.getZone());
        ZonedDateTime due =
                time.isAfter(local.toLocalTime())
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(time).atZone(local.getZone());
        return Optional.of(due.toInstant());
    }
}
