package dev.nightjar.local.scheduler;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Slot;

/**
 * A slot for which a schedule starts its machine.
 *
 * @param passed slots before it for which nothing was started, because nobody was looking
 * @param firstPassed the oldest of these; the slot itself when there are none
 */
public record Firing(MachineSchedule schedule, Slot slot, int passed, Slot firstPassed) {
    public Firing {
        requireNonNull(schedule, "schedule is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(firstPassed, "firstPassed is null");
    }

    /** A firing at its time. */
    public static Firing of(MachineSchedule schedule, Slot slot) {
        return new Firing(schedule, slot, 0, slot);
    }
}
