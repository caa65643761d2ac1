package dev.nightjar.local.screen;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.Pause;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.MapProgress;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Shows a night while it goes on: a line for each step with what it did. For one night. */
public final class NightScreen implements NightListener {
    /** More often than this nobody can read. */
    private static final long PROGRESS_NANOSECONDS = 50_000_000;

    private final Terminal terminal;
    private final TrainingLines training;
    private final ScoringLines scoring;
    private final String indent;
    private final LongSupplier nanoseconds;
    private final @Nullable Function<RunId, String> header;
    private long shownAt;

    /** A screen whose lines start with the indent. */
    public NightScreen(Terminal terminal, Records records, String indent) {
        this(
                terminal,
                new TrainingLines(records),
                new ScoringLines(records),
                indent,
                System::nanoTime,
                null);
    }

    private NightScreen(
            Terminal terminal,
            TrainingLines training,
            ScoringLines scoring,
            String indent,
            LongSupplier nanoseconds,
            @Nullable Function<RunId, String> header) {
        this.terminal = requireNonNull(terminal, "terminal is null");
        this.training = training;
        this.scoring = scoring;
        this.indent = requireNonNull(indent, "indent is null");
        this.nanoseconds = nanoseconds;
        this.header = header;
        this.shownAt = nanoseconds.getAsLong() - PROGRESS_NANOSECONDS;
    }

    /** The same, with a line above the steps as soon as the run has a name. */
    public NightScreen withHeader(Function<RunId, String> line) {
        return new NightScreen(terminal, training, scoring, indent, nanoseconds, line);
    }

    @Override
    public synchronized void claimed(RunId run) {
        if (header != null) {
            terminal.line(header.apply(run));
        }
    }

    @Override
    public synchronized void stepStarted(RunId run, String state) {
        scoring.started(state, nanoseconds.getAsLong());
        terminal.progress(indent + StepLine.named(state) + "...");
    }

    @Override
    public synchronized void stepEnded(RunId run, String state) {
        List<StepLine> lines =
                run.machine() == Machine.TRAINING
                        ? training.of(run, state)
                        : scoring.of(run, state, nanoseconds.getAsLong());
        lines.forEach(line -> terminal.line((indent + line.shown(terminal)).stripTrailing()));
    }

    @Override
    public synchronized void progress(RunId run, MapProgress progress) {
        long now = nanoseconds.getAsLong();
        boolean last = progress.ended() == progress.total();
        if (terminal.interactive() && (last || now - shownAt >= PROGRESS_NANOSECONDS)) {
            shownAt = now;
            terminal.progress(indent + ProgressLine.of(progress));
        }
    }

    @Override
    public synchronized void pauses(Pause pause, @Nullable MapProgress map) {
        shownAt = nanoseconds.getAsLong();
        terminal.progress(indent + ProgressLine.of(pause, map));
    }
}
