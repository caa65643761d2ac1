package dev.nightjar.local.scheduler;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.schedule.Firings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schedule of one machine of one pipeline file. Immutable.
 *
 * @param file as people see it
 * @param definition what a firing carries
 */
public record MachineSchedule(
        String file, Definition definition, Machine machine, Schedule schedule) {
    public MachineSchedule {
        requireNonNull(file, "file is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(schedule, "schedule is null");
    }

    /** The schedules of a pipeline file: none, one or both. */
    public static List<MachineSchedule> of(String file, Definition definition) {
        List<MachineSchedule> found = new ArrayList<>();
        Training training = definition.training();
        if (training != null) {
            add(found, file, definition, Machine.TRAINING, training.schedule());
        }
        Scoring scoring = definition.scoring();
        if (scoring != null) {
            add(found, file, definition, Machine.SCORING, scoring.schedule());
        }
        return List.copyOf(found);
    }

    private static void add(
            List<MachineSchedule> found,
            String file,
            Definition definition,
            Machine machine,
            @Nullable Schedule schedule) {
        if (schedule != null) {
            found.add(new MachineSchedule(file, definition, machine, schedule));
        }
    }

    /** The pipeline's name. */
    public String pipeline() {
        return definition.pipeline();
    }

    /** {@code loans scoring}. */
    public String label() {
        return pipeline() + " " + machine;
    }

    /** Whether it is kept but does not fire. */
    public boolean paused() {
        return schedule.paused();
    }

    /** {@code cron 0 4 * * ? *}, {@code rate 6 hours}. */
    public String expression() {
        String cron = schedule.cron();
        return cron == null ? "rate " + schedule.rate() : "cron " + cron;
    }

    /** Whose wall clock it follows. */
    public ZoneId zone() {
        return ZoneId.of(schedule.timezone());
    }

    /** When it would fire if it were not paused. */
    Firings firings() {
        return Firings.of(schedule);
    }

    /** The first slot after the time; empty while it is paused, or when none is left. */
    public Optional<Slot> next(Instant after) {
        return paused() ? Optional.empty() : firings().next(after).map(Slot::of);
    }

    /** The newest slot not after the time; empty while it is paused, or when there was none. */
    public Optional<Slot> due(Instant now) {
        return paused() ? Optional.empty() : firings().newestNotAfter(now).map(Slot::of);
    }
}
