package dev.nightjar.local.scheduler;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Fires schedules until it is told to stop. Begins with the first slots after its start. Not safe
 * for use by multiple threads.
 */
public final class LocalScheduler {
    /** Hears of each round, before the scheduler waits. */
    public interface RoundListener {
        /** Nothing is due before the next firing of the timetable. */
        void waits(Timetable timetable, Instant now);
    }

    private final SchedulerTime time;
    private final Instant from;
    private final ScheduleSource source;
    private final Starter starter;
    private final RoundListener listener;

    /**
     * A scheduler of the source's schedules.
     *
     * @param from after which slots are its own
     */
    public LocalScheduler(
            SchedulerTime time,
            Instant from,
            ScheduleSource source,
            Starter starter,
            RoundListener listener) {
        this.time = requireNonNull(time, "time is null");
        this.from = requireNonNull(from, "from is null");
        this.source = requireNonNull(source, "source is null");
        this.starter = requireNonNull(starter, "starter is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /** Fires until the time does not go on. */
    public void run() throws InterruptedException {
        Timetable timetable = new Timetable(from);
        List<MachineSchedule> known = source.schedules();
        timetable.replace(known);
        do {
            List<MachineSchedule> schedules = source.schedules();
            if (!schedules.equals(known)) {
                known = schedules;
                timetable.replace(known);
            }
            timetable.look(time.now()).forEach(starter::start);
            listener.waits(timetable, time.now());
        } while (time.waitUntil(timetable.next().orElse(null)));
    }
}
