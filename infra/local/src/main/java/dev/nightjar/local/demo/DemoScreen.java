package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.window.Partitions;
import dev.nightjar.run.Records;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The demo on the screen: a heading for each night, and below it what its steps wrote down. */
final class DemoScreen {
    private static final String INDENT = " ".repeat(9);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);

    private final Terminal terminal;
    private final Records records;
    private final Definition definition;

    DemoScreen(Terminal terminal, Records records, Definition definition) {
        this.terminal = requireNonNull(terminal, "terminal is null");
        this.records = requireNonNull(records, "records is null");
        this.definition = requireNonNull(definition, "definition is null");
    }

    /** The week's data are there. */
    void arrived(Week week, LoanData.Made extract, LoanData.Made applications, double seconds) {
        terminal.line(
                heading(
                        week,
                        "%s loans to learn from, %s applications to score   made in %s"
                                .formatted(
                                        Figures.count(extract.rows()),
                                        Figures.count(applications.rows()),
                                        Figures.seconds(seconds))));
        if (week.broken()) {
            terminal.line(
                    INDENT
                            + "broken on purpose: from the middle of the week on, `%s` says the"
                                    .formatted(Field.DEFAULTED)
                            + " opposite");
        }
    }

    /** What the training night is listened to with. */
    NightListener training(Week week, Slot slot, BestPossible best) {
        Training training = requireNonNull(definition.training(), "no training");
        ZoneId zone = Partitions.zone(training.schedule());
        String zoneOnce = week.number() == 1 ? "     (times in " + zone + ")" : "";
        NightListener bound =
                new NightListener() {
                    @Override
                    public void stepEnded(RunId run, String state) {
                        if (state.equals("EvaluateCandidates") && !week.broken()) {
                            best.auc(run, definition.columns())
                                    .ifPresent(auc -> terminal.line(bestPossible(auc)));
                        }
                    }
                };
        return steps(week, time(slot, zone, "training"), zoneOnce).then(bound);
    }

    /** What the scoring night is listened to with. */
    NightListener scoring(Week week, Slot slot) {
        Scoring scoring = requireNonNull(definition.scoring(), "no scoring");
        return steps(week, time(slot, Partitions.zone(scoring.schedule()), "scoring "), "");
    }

    private String heading(Week week, String text) {
        return terminal.bold("week " + week.number()) + "   " + text;
    }

    private static String time(Slot slot, ZoneId zone, String machine) {
        return TIME.format(slot.time().atZone(zone)) + "  " + machine;
    }

    private static String bestPossible(double auc) {
        return INDENT
                + " ".repeat(20)
                + String.format(Locale.ROOT, "best possible on these rows: auc %.4f", auc);
    }

    /** The heading, then one line a step. */
    private NightListener steps(Week week, String heading, String remark) {
        return new NightScreen(terminal, records, INDENT)
                .withHeader(run -> heading(week, heading + "   " + run + remark));
    }
}
