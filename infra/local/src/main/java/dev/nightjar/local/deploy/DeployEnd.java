package dev.nightjar.local.deploy;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.schedule.Firings;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The last lines of a deployment: what there is now, what happens next, what to type. */
record DeployEnd(Terminal terminal, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);

    /** What is shown with these names, in this order; all else only on request. */
    private static final Map<String, String> PAGES =
            Map.of("TrainingConsole", "training", "ScoringConsole", "scoring");

    /**
     * A slot to come.
     *
     * @param slot ISO-8601, or null while the schedule is paused
     * @param zone that the schedule reads
     */
    record NextSlot(String pipeline, String machine, @Nullable String slot, String zone) {}

    /** The answer for a program. */
    private record Answer(
            String stack,
            @Nullable String store,
            List<NextSlot> nextSlots,
            Map<String, String> outputs) {}

    void show(Deployment deployment, DeployedPipelines pipelines, StackOutputs outputs) {
        List<NextSlot> slots = slots(pipelines);
        String store = outputs.store();
        terminal.document(new Answer(deployment.stack(), store, slots, outputs.values()));
        if (terminal.answersPrograms()) {
            return;
        }
        terminal.line("");
        terminal.line("deployed " + terminal.bold(deployment.stack()));
        line("store", store);
        PAGES.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().reversed())
                .forEach(page -> line(page.getValue(), outputs.value(page.getKey())));
        show(slots);
        byHand(outputs);
        terminal.line("");
        terminal.line(
                "next     "
                        + (store == null
                                ? "./nightjar doctor"
                                : "./nightjar status --store " + store));
    }

    private void line(String name, @Nullable String value) {
        if (value != null) {
            terminal.line("%-9s%s".formatted(name, value));
        }
    }

    private void byHand(StackOutputs outputs) {
        String training = outputs.value("StartTraining");
        if (training != null) {
            terminal.line("");
            terminal.line(
                    "A slot by hand, here of a training (put its time where the date stands):");
            terminal.line("  " + training);
        }
    }

    private void show(List<NextSlot> slots) {
        Table table = new Table();
        for (NextSlot slot : slots) {
            String time =
                    slot.slot() == null
                            ? "paused"
                            : TIME.format(
                                    Instant.parse(slot.slot()).atZone(ZoneId.of(slot.zone())));
            table.add(
                    slot.pipeline(), slot.machine(), time, slot.slot() == null ? "" : slot.zone());
        }
        String name = "slots";
        for (String text : table.lines()) {
            line(name, text);
            name = "";
        }
    }

    private List<NextSlot> slots(DeployedPipelines pipelines) {
        List<NextSlot> slots = new ArrayList<>();
        for (Definition definition : pipelines.definitions()) {
            Training training = definition.training();
            Scoring scoring = definition.scoring();
            add(slots, definition, "training", training == null ? null : training.schedule());
            add(slots, definition, "scoring", scoring == null ? null : scoring.schedule());
        }
        return slots;
    }

    private void add(
            List<NextSlot> slots,
            Definition definition,
            String machine,
            @Nullable Schedule schedule) {
        if (schedule != null) {
            String next =
                    schedule.paused()
                            ? null
                            : Firings.of(schedule).next(now).map(Instant::toString).orElse(null);
            slots.add(new NextSlot(definition.pipeline(), machine, next, schedule.timezone()));
        }
    }
}
