package dev.nightjar.pipeline.schedule;

import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.error.DefinitionInvalid;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The slot that a run started now belongs to. */
public final class Slots {
    private Slots() {}

    /**
     * The newest firing that is not after now; without a schedule the minute of the start.
     *
     * @throws DefinitionInvalid if the schedule has not fired yet
     */
    public static Instant due(@Nullable Schedule schedule, Instant now) {
        if (schedule == null) {
            return now.truncatedTo(ChronoUnit.MINUTES);
        }
        Firings firings = Firings.of(schedule);
        return firings.newestNotAfter(now)
                .orElseThrow(
                        () ->
                                new DefinitionInvalid(
                                        "the schedule has never fired up to "
                                                + now
                                                + firings.next(now)
                                                        .map(next -> "; its first slot is " + next)
                                                        .orElse("; it never will")
                                                + ". Name a slot with --slot"));
    }
}
