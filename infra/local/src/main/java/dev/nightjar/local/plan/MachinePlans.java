package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Source;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.Slot;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.screen.SlotTimes;
import dev.nightjar.pipeline.schedule.Firings;
import dev.nightjar.pipeline.window.Deadline;
import dev.nightjar.pipeline.window.Partition;
import dev.nightjar.pipeline.window.Partitions;
import dev.nightjar.run.Inputs;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what one machine of a pipeline will do.
 *
 * @param data where its data are, or null when they cannot be looked at from here
 * @param earlier a run whose times are reckoned with, or null
 */
record MachinePlans(
        Definition definition,
        Machine machine,
        @Nullable ObjectSource data,
        @Nullable EarlierRun earlier,
        Instant now) {
    private static final int SLOTS = 5;
    private static final Duration MONTH = Duration.ofDays(30);

    MachinePlans {
        requireNonNull(definition, "definition is null");
        requireNonNull(machine, "machine is null");
        requireNonNull(now, "now is null");
    }

    /** Whether the pipeline has the machine at all. */
    static boolean has(Definition definition, Machine machine) {
        return switch (machine) {
            case TRAINING -> definition.training() != null;
            case SCORING -> definition.scoring() != null;
        };
    }

    private @Nullable Schedule schedule() {
        Training training = definition.training();
        Scoring scoring = definition.scoring();
        return switch (machine) {
            case TRAINING -> training == null ? null : training.schedule();
            case SCORING -> scoring == null ? null : scoring.schedule();
        };
    }

    private ZoneId zone() {
        return Partitions.zone(schedule());
    }

    /** What it will do. */
    PlanAnswer.MachinePlan answer() {
        Schedule schedule = schedule();
        Source source = Inputs.source(definition, machine);
        DataHere here = here().orElse(null);
        return new PlanAnswer.MachinePlan(
                machine.toString(),
                schedule == null ? null : expression(schedule),
                zone().getId(),
                schedule != null && schedule.paused(),
                slots().stream().map(this::planned).toList(),
                schedule == null
                        ? null
                        : ClockChange.after(now, schedule).map(this::clocks).orElse(null),
                source.path(),
                here == null ? null : data(here),
                time(here));
    }

    private static String expression(Schedule schedule) {
        String cron = schedule.cron();
        return cron == null
                ? "rate " + schedule.rate() + " from " + schedule.start()
                : "cron " + cron;
    }

    /** The next slots, also of a schedule that is paused; without one that of a start now. */
    private List<Slot> slots() {
        Schedule schedule = schedule();
        return schedule == null
                ? List.of(Slot.of(now))
                : Firings.of(schedule).next(now, SLOTS).stream().map(Slot::of).toList();
    }

    /** How often it fires in the next thirty days. */
    int nightsAMonth() {
        Schedule schedule = schedule();
        if (schedule == null || schedule.paused()) {
            return 0;
        }
        Firings firings = Firings.of(schedule);
        int nights = 0;
        Optional<Instant> next = firings.next(now);
        while (next.isPresent() && next.get().isBefore(now.plus(MONTH))) {
            nights++;
            next = firings.next(next.get());
        }
        return nights;
    }

    private PlannedSlot planned(Slot slot) {
        return new PlannedSlot(
                SlotText.iso(slot),
                SlotTimes.local(slot, zone()),
                SlotTimes.offset(slot, zone()),
                deadline(slot).map(Instant::toString).orElse(null),
                Inputs.partitions(definition, machine, slot).stream()
                        .map(Partition::label)
                        .toList());
    }

    private Optional<Instant> deadline(Slot slot) {
        Scoring scoring = definition.scoring();
        return machine == Machine.TRAINING || scoring == null
                ? Optional.empty()
                : Deadline.at(scoring, slot.time());
    }

    private PlanAnswer.Clocks clocks(ClockChange change) {
        return new PlanAnswer.Clocks(
                change.at().toString(),
                change.from().getId(),
                change.to().getId(),
                slotText(change.before()),
                slotText(change.after()),
                change.skipped().stream().map(Object::toString).toList(),
                change.twice().stream().map(Object::toString).toList());
    }

    private static @Nullable String slotText(@Nullable Instant instant) {
        return instant == null ? null : SlotText.iso(Slot.of(instant));
    }

    /** What lies in the data root for the next slots, or else for the one that is due. */
    Optional<DataHere> here() {
        if (data == null) {
            return Optional.empty();
        }
        List<Slot> slots = new ArrayList<>(slots());
        Schedule schedule = schedule();
        if (schedule != null) {
            Firings.of(schedule).newestNotAfter(now).map(Slot::of).ifPresent(slots::add);
        }
        return DataHere.of(definition, machine, slots, data);
    }

    private PlanAnswer.Data data(DataHere here) {
        Long rows = earlier == null || earlier.bytes() == 0 ? null : earlier.rows();
        return new PlanAnswer.Data(
                SlotText.iso(here.slot()),
                here.objects(),
                here.bytes(),
                machine == Machine.TRAINING ? null : Integer.valueOf(here.shards()),
                rows == null ? null : Long.valueOf(Math.round(rows * factor(here))));
    }

    /** How much more there is to read than the earlier run read. */
    double factor(@Nullable DataHere here) {
        return here == null || earlier == null || earlier.bytes() == 0
                ? 1
                : (double) here.bytes() / earlier.bytes();
    }

    private PlanAnswer.@Nullable Time time(@Nullable DataHere here) {
        if (earlier == null) {
            return null;
        }
        double expected = earlier.elapsedSeconds() * factor(here);
        List<Slot> slots = slots();
        Double until =
                slots.isEmpty()
                        ? null
                        : deadline(slots.getFirst())
                                .map(at -> Duration.between(slots.getFirst().time(), at))
                                .map(Duration::toSeconds)
                                .map(Long::doubleValue)
                                .orElse(null);
        return new PlanAnswer.Time(
                expected,
                until,
                until == null ? null : Double.valueOf(until - expected),
                earlier.run().toString(),
                earlier.elapsedSeconds(),
                earlier.bytes());
    }
}
