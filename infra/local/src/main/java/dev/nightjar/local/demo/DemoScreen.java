package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.MapProgress;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.window.Partitions;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

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
        return new Listener(week, time(slot, zone, "training"), zoneOnce) {
            @Override
            public void stepEnded(RunId run, String state) {
                super.stepEnded(run, state);
                if (state.equals("EvaluateCandidates") && !week.broken()) {
                    best.auc(run, definition.columns())
                            .ifPresent(auc -> terminal.line(bestPossible(auc)));
                }
            }
        };
    }

    /** What the scoring night is listened to with. */
    NightListener scoring(Week week, Slot slot) {
        Scoring scoring = requireNonNull(definition.scoring(), "no scoring");
        return new Listener(week, time(slot, Partitions.zone(scoring.schedule()), "scoring "), "");
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
    private class Listener implements NightListener {
        private final NightScreen steps = new NightScreen(terminal, records, INDENT);
        private final Week week;
        private final String heading;
        private final String remark;

        Listener(Week week, String heading, String remark) {
            this.week = week;
            this.heading = heading;
            this.remark = remark;
        }

        @Override
        public void claimed(RunId run) {
            terminal.line(heading(week, heading + "   " + run + remark));
            steps.claimed(run);
        }

        @Override
        public void stepStarted(RunId run, String state) {
            steps.stepStarted(run, state);
        }

        @Override
        public void stepEnded(RunId run, String state) {
            steps.stepEnded(run, state);
        }

        @Override
        public void progress(RunId run, MapProgress progress) {
            steps.progress(run, progress);
        }

        @Override
        public void pauses(Pause pause, @Nullable MapProgress map) {
            steps.pauses(pause, map);
        }
    }
}
