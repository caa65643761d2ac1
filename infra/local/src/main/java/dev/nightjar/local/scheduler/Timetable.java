package dev.nightjar.local.scheduler;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.schedule.Firings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which slots fall due as time goes on, each once: whoever looks is answered what fell due
 * since somebody looked last. When a schedule fired several times meanwhile (the machine slept),
 * the newest slot fires and the older ones have passed: what they would do is best decided by a
 * person. Not safe for use by multiple threads.
 */
public final class Timetable {
    /** A schedule with the first firing that was not answered yet; null when none is left. */
    private record Line(MachineSchedule schedule, Firings firings, @Nullable Instant next) {
        static Line of(MachineSchedule schedule, Firings firings, Instant after) {
            Instant next = schedule.paused() ? null : firings.next(after).orElse(null);
            return new Line(schedule, firings, next);
        }
    }

    private Instant lookedAt;
    private List<Line> lines = List.of();

    /** A timetable on which only slots after the time fall due. */
    public Timetable(Instant from) {
        lookedAt = requireNonNull(from, "from is null");
    }

    /** Goes on with these schedules; what fell due since the last look still does. */
    public void replace(List<MachineSchedule> schedules) {
        lines = schedules.stream().map(one -> Line.of(one, one.firings(), lookedAt)).toList();
    }

    /** When the next slot falls due. */
    public Optional<Instant> next() {
        return nextFiring().map(firing -> firing.slot().time());
    }

    /** The slot that falls due next, of the first schedule that has it. */
    public Optional<Firing> nextFiring() {
        return lines.stream()
                .filter(line -> line.next() != null)
                .min(Comparator.comparing(line -> requireNonNull(line.next())))
                .map(line -> Firing.of(line.schedule(), Slot.of(requireNonNull(line.next()))));
    }

    /** What fell due since the last look, oldest first; a clock set back brings nothing again. */
    public List<Firing> look(Instant now) {
        if (!now.isAfter(lookedAt)) {
            return List.of();
        }
        lookedAt = now;
        List<Firing> due = new ArrayList<>();
        List<Line> then = new ArrayList<>();
        for (Line line : lines) {
            Instant next = line.next();
            if (next == null || next.isAfter(now)) {
                then.add(line);
            } else {
                due.add(firing(line, next, now));
                then.add(Line.of(line.schedule(), line.firings(), now));
            }
        }
        lines = List.copyOf(then);
        due.sort(Comparator.comparing(Firing::slot));
        return due;
    }

    private static Firing firing(Line line, Instant first, Instant now) {
        Instant newest = first;
        int passed = 0;
        Optional<Instant> later = line.firings().next(first);
        while (later.isPresent() && !later.get().isAfter(now)) {
            newest = later.get();
            passed++;
            later = line.firings().next(newest);
        }
        return new Firing(line.schedule(), Slot.of(newest), passed, Slot.of(first));
    }
}
