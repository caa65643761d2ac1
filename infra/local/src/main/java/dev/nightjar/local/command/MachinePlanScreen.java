package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.plan.PlanAnswer;
import dev.nightjar.local.plan.PlannedSlot;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one machine will do, for people. */
record MachinePlanScreen(Terminal terminal) {
    private static final String INDENT = "  ";
    private static final String BELOW = INDENT + " ".repeat(9);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    MachinePlanScreen {
        requireNonNull(terminal, "terminal is null");
    }

    void show(PlanAnswer.MachinePlan machine) {
        String schedule = machine.schedule();
        String paused = machine.paused() ? "   " + terminal.yellow("paused") : "";
        terminal.line("");
        terminal.line(
                terminal.bold(machine.machine())
                        + "   "
                        + (schedule == null
                                ? "no schedule: a person starts it, the slot is the minute of the"
                                        + " start"
                                : schedule + "   " + machine.timezone() + paused));
        slots(machine);
        PlanAnswer.Clocks clocks = machine.clockChange();
        if (clocks != null) {
            clocks(clocks, ZoneId.of(machine.timezone()));
        }
        terminal.line(INDENT + "reads    " + machine.path());
        data(machine.data());
        time(machine.time());
    }

    private void slots(PlanAnswer.MachinePlan machine) {
        ZoneId zone = ZoneId.of(machine.timezone());
        Table table = new Table();
        for (PlannedSlot slot : machine.slots()) {
            String deadline = slot.deadline();
            List<String> cells =
                    new ArrayList<>(List.of(slot.local() + " " + slot.offset(), slot.slot()));
            if (deadline != null) {
                cells.add("due " + at(deadline, zone, TIME));
            }
            cells.add(range(slot.partitions()));
            table.add(cells.toArray(String[]::new));
        }
        table.lines().forEach(line -> terminal.line(INDENT + line));
    }

    private static String at(String instant, ZoneId zone, DateTimeFormatter format) {
        return format.format(OffsetDateTime.parse(instant).atZoneSameInstant(zone));
    }

    /** Partitions of a window follow each other: its ends tell all. */
    private static String range(List<String> partitions) {
        return partitions.size() < 2
                ? String.join("", partitions)
                : "%s to %s (%d)"
                        .formatted(partitions.getFirst(), partitions.getLast(), partitions.size());
    }

    private void clocks(PlanAnswer.Clocks clocks, ZoneId zone) {
        terminal.line(
                INDENT
                        + "clocks   change on %s from %s to %s"
                                .formatted(at(clocks.at(), zone, DAY), clocks.from(), clocks.to()));
        around("last slot before   ", clocks.slotBefore(), zone);
        around("first slot after   ", clocks.slotAfter(), zone);
        clocks.skipped().forEach(time -> terminal.line(BELOW + time + " does not exist: skipped"));
        clocks.twice()
                .forEach(
                        time ->
                                terminal.line(
                                        BELOW + time + " comes twice: fires once, the first time"));
    }

    private void around(String name, @Nullable String slot, ZoneId zone) {
        if (slot != null) {
            terminal.line(BELOW + name + at(slot, zone, LOCAL) + "   " + slot);
        }
    }

    private void data(PlanAnswer.@Nullable Data data) {
        if (data == null) {
            terminal.line(
                    INDENT + "data     none here for these slots; --data names where it lies");
            return;
        }
        Integer shards = data.shards();
        Long rows = data.rows();
        terminal.line(
                INDENT
                        + "data     slot %s: %s, %s%s%s"
                                .formatted(
                                        data.slot(),
                                        Figures.count(data.objects(), "object"),
                                        Figures.bytes(data.bytes()),
                                        shards == null ? "" : ", " + Figures.count(shards, "shard"),
                                        rows == null
                                                ? ""
                                                : ", about " + Figures.count(rows, "row")));
    }

    private void time(PlanAnswer.@Nullable Time time) {
        if (time == null) {
            terminal.line(INDENT + "takes    unknown: no run has ended in this store yet");
            return;
        }
        terminal.line(
                INDENT
                        + "takes    about %s: %s took %s for %s"
                                .formatted(
                                        Figures.seconds(time.expectedSeconds()),
                                        time.run(),
                                        Figures.seconds(time.tookSeconds()),
                                        Figures.bytes(time.bytes())));
        Double margin = time.margin();
        Double until = time.deadlineSeconds();
        if (margin != null && until != null) {
            String left = span(Math.abs(margin));
            terminal.line(
                    INDENT
                            + "deadline "
                            + span(until)
                            + " after the slot: "
                            + (margin < 0
                                    ? terminal.red(left + " too late")
                                    : terminal.green(left + " to spare")));
        }
    }

    private static String span(double seconds) {
        return Figures.span(Duration.ofSeconds(Math.round(seconds)));
    }
}
