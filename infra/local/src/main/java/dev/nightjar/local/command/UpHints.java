package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.local.screen.SlotTimes;

import org.jspecify.annotations.Nullable;

/**
 * The commands that {@code up} names.
 *
 * @param store as typed, or null
 * @param data as typed, or null
 */
record UpHints(@Nullable String store, @Nullable String data) {

    /** Hints of the schedule's file. */
    Hint of(MachineSchedule schedule) {
        return new Hint(schedule.file(), store, data);
    }

    /** Runs a slot of the schedule. */
    String run(MachineSchedule schedule, Slot slot) {
        String verb = schedule.machine() == Machine.TRAINING ? "train" : "score";
        return of(schedule).run(verb, "--slot", SlotText.iso(slot));
    }

    /** Goes on with a run. */
    String redrive(RunId run) {
        requireNonNull(run, "run is null");
        return new Hint(run.pipeline(), store, data).about("redrive", run.toString());
    }

    /** The slot on the schedule's clock. */
    static String local(MachineSchedule schedule, Slot slot) {
        return SlotTimes.local(slot, schedule.zone());
    }
}
