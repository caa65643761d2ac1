package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.night.UpEvent;
import dev.nightjar.local.scheduler.Firing;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.local.scheduler.Timetable;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Schedules and their files as the local scheduler follows them, on the screen and as JSON Lines.
 * Safe for use by multiple threads.
 */
record UpScheduleScreen(Terminal terminal, InstantSource clock, UpHints hints)
        implements PipelineFiles.Listener {
    private static final String BELOW = " ".repeat(11);

    UpScheduleScreen {
        requireNonNull(terminal, "terminal is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(hints, "hints is null");
    }

    private String at() {
        return clock.instant().toString();
    }

    private static String machine(MachineSchedule schedule) {
        return schedule.machine().toString();
    }

    /**
     * All schedules with their next slots.
     *
     * @param store as people know it
     */
    void begins(List<MachineSchedule> schedules, String store) {
        long paused = schedules.stream().filter(MachineSchedule::paused).count();
        terminal.line(
                "%s   %s%s, store %s%s"
                        .formatted(
                                terminal.bold("nightjar up"),
                                Figures.count(schedules.size(), "schedule"),
                                paused == 0 ? "" : ", " + paused + " paused",
                                store,
                                terminal.dim("   (Ctrl-C stops)")));
        terminal.line("");
        Table table = new Table();
        table.add("pipeline", "machine", "next slot", "time zone", "in");
        schedules.forEach(schedule -> table.add(cells(schedule)));
        List<String> lines = table.lines();
        terminal.line(terminal.dim(lines.getFirst()));
        lines.stream().skip(1).forEach(terminal::line);
        terminal.line("");
        schedules.forEach(this::scheduled);
    }

    private String[] cells(MachineSchedule schedule) {
        Instant now = clock.instant();
        String pipeline = schedule.pipeline();
        return schedule.next(now)
                .map(
                        next ->
                                new String[] {
                                    pipeline,
                                    machine(schedule),
                                    UpHints.local(schedule, next),
                                    schedule.schedule().timezone(),
                                    Figures.span(Duration.between(now, next.time()))
                                })
                .orElseGet(() -> new String[] {pipeline, machine(schedule), none(schedule)});
    }

    private static String none(MachineSchedule schedule) {
        return schedule.paused() ? "paused" : "none any more";
    }

    /** A line for programs: where the schedule stands. */
    private void scheduled(MachineSchedule schedule) {
        terminal.document(
                new UpEvent.Scheduled(
                        at(),
                        schedule.pipeline(),
                        machine(schedule),
                        schedule.file(),
                        schedule.schedule().timezone(),
                        schedule.paused(),
                        schedule.next(clock.instant()).map(SlotText::iso).orElse(null)));
    }

    /** A slot fell due before the start, and was not worked on. */
    void due(MachineSchedule schedule, Slot slot) {
        String next = hints.run(schedule, slot);
        terminal.document(
                new UpEvent.Due(
                        at(), schedule.pipeline(), machine(schedule), SlotText.iso(slot), next));
        terminal.line(
                "due        %s   %s was not run; --due runs it, or"
                        .formatted(schedule.label(), UpHints.local(schedule, slot)));
        terminal.line(BELOW + next);
    }

    /** How many things need a person. */
    void attention(int things, String command) {
        if (things > 0) {
            terminal.line(
                    "%s  %s a person: %s"
                            .formatted(
                                    terminal.yellow("attention"),
                                    things == 1 ? "1 thing needs" : things + " things need",
                                    command));
        }
    }

    @Override
    public void noted(List<String> problems) {
        problems.forEach(terminal::note);
    }

    @Override
    public void reloaded(String file, Definition definition) {
        List<MachineSchedule> schedules = MachineSchedule.of(file, definition);
        terminal.line(
                "reloaded   %s%s".formatted(file, schedules.isEmpty() ? ": no schedule" : ""));
        for (MachineSchedule schedule : schedules) {
            String next =
                    schedule.next(clock.instant())
                            .map(slot -> "next slot " + UpHints.local(schedule, slot))
                            .orElse(none(schedule));
            terminal.line(BELOW + schedule.label() + "   " + next);
            scheduled(schedule);
        }
    }

    @Override
    public void refused(String file, List<String> problems) {
        terminal.document(new UpEvent.Refused(at(), file, problems));
        terminal.line(
                "%s    %s stays as it was read before".formatted(terminal.red("refused"), file));
    }

    @Override
    public void removed(String file, Definition definition) {
        terminal.document(new UpEvent.Removed(at(), definition.pipeline(), file));
        terminal.line("removed    %s: %s fires no more".formatted(file, definition.pipeline()));
    }

    /** Nothing is under way: what comes next. */
    void waits(Timetable timetable, Instant present) {
        terminal.progress(
                timetable
                        .nextFiring()
                        .map(firing -> waits(firing, present))
                        .orElse("no schedule fires; a change of a pipeline file is seen"));
    }

    private static String waits(Firing firing, Instant present) {
        return "next   %s   %s   in %s"
                .formatted(
                        firing.schedule().label(),
                        UpHints.local(firing.schedule(), firing.slot()),
                        Figures.span(Duration.between(present, firing.slot().time())));
    }
}
