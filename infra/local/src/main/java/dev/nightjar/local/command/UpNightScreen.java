package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.NightListener;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.night.UpEvent;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.scheduler.Firing;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.SlotTimes;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * Nights that the local scheduler started, on the screen and as JSON Lines. They run at the same
 * time: each of their lines begins with time, pipeline and machine. Safe for use by multiple
 * threads.
 */
record UpNightScreen(Terminal terminal, LocalPlatform platform, UpHints hints) {
    private static final int LABEL_WIDTH = 22;

    UpNightScreen {
        requireNonNull(terminal, "terminal is null");
        requireNonNull(platform, "platform is null");
        requireNonNull(hints, "hints is null");
    }

    private String at() {
        return platform.clock().instant().toString();
    }

    /** {@code 04:00 loans scoring}: nights of one pipeline may overlap. */
    private static String label(Firing firing) {
        MachineSchedule schedule = firing.schedule();
        String label = SlotTimes.time(firing.slot(), schedule.zone()) + " " + schedule.label();
        return label + " ".repeat(Math.max(2, LABEL_WIDTH - label.length()));
    }

    private static String pipeline(Firing firing) {
        return firing.schedule().pipeline();
    }

    private static String machine(Firing firing) {
        return firing.schedule().machine().toString();
    }

    private static String slot(Firing firing) {
        return SlotText.iso(firing.slot());
    }

    /** A schedule fired. */
    void fired(Firing firing, String delivery) {
        if (firing.passed() > 0) {
            passed(firing);
        }
        terminal.document(
                new UpEvent.Fired(at(), pipeline(firing), machine(firing), slot(firing), delivery));
    }

    private void passed(Firing firing) {
        MachineSchedule schedule = firing.schedule();
        String next = hints.run(schedule, firing.firstPassed());
        terminal.document(
                new UpEvent.Passed(
                        at(),
                        pipeline(firing),
                        machine(firing),
                        SlotText.iso(firing.firstPassed()),
                        firing.passed(),
                        next));
        terminal.line(
                "%s%s passed while this machine slept, the first was %s:"
                        .formatted(
                                label(firing),
                                Figures.count(firing.passed(), "slot"),
                                UpHints.local(schedule, firing.firstPassed())));
        terminal.line(" ".repeat(label(firing).length()) + next);
    }

    /** Shows the night that the firing started. */
    NightListener listener(Firing firing, Consumer<RunId> claimed) {
        NightListener claim =
                new NightListener() {
                    @Override
                    public void claimed(RunId run) {
                        claimed.accept(run);
                        UpNightScreen.this.claimed(firing, run);
                    }
                };
        return claim.then(new NightScreen(terminal, platform.records(), label(firing)));
    }

    private void claimed(Firing firing, RunId run) {
        terminal.document(
                new UpEvent.Claimed(
                        at(), pipeline(firing), machine(firing), slot(firing), run.toString()));
        terminal.line(label(firing) + terminal.bold(run.toString()));
    }

    /** A training is over. */
    void ended(Firing firing, NightRequest request, TrainAnswer answer) {
        ended(firing, answer.run(), answer.outcome(), answer);
        if (answer.failure() == null) {
            last(firing, answer.run(), answer.outcome(), answer.elapsedSeconds());
        } else {
            Hint hint = hints.of(firing.schedule());
            failed(firing, () -> new TrainEnd(terminal, hint, platform).show(request, answer));
        }
    }

    /** A scoring is over. */
    void ended(Firing firing, NightRequest request, ScoreAnswer answer) {
        ended(firing, answer.run(), answer.outcome(), answer);
        if (answer.failure() == null) {
            last(firing, answer.run(), answer.outcome(), answer.elapsedSeconds());
        } else {
            Hint hint = hints.of(firing.schedule());
            failed(firing, () -> new ScoreEnd(terminal, hint, platform).show(request, answer));
        }
    }

    private void ended(Firing firing, @Nullable String run, String outcome, Object answer) {
        terminal.document(
                new UpEvent.Ended(
                        at(),
                        pipeline(firing),
                        machine(firing),
                        slot(firing),
                        run,
                        outcome,
                        answer));
    }

    /** No line of another night comes between those of the end. */
    private void failed(Firing firing, Runnable end) {
        synchronized (terminal) {
            terminal.line(label(firing) + terminal.red("failed"));
            end.run();
            terminal.line("");
        }
    }

    private void last(Firing firing, @Nullable String run, String outcome, double seconds) {
        MachineSchedule schedule = firing.schedule();
        String what =
                outcome.equals("DUPLICATE")
                        ? "%s is %s's already".formatted(local(firing), run)
                        : "took " + Figures.seconds(seconds);
        String next =
                schedule.next(platform.clock().instant())
                        .map(slot -> "   next slot " + UpHints.local(schedule, slot))
                        .orElse("");
        synchronized (terminal) {
            terminal.line(label(firing) + what + next);
            terminal.line("");
        }
    }

    private static String local(Firing firing) {
        return UpHints.local(firing.schedule(), firing.slot());
    }

    /** A night broke, outside of its machine. */
    void broke(Firing firing, Throwable problem) {
        terminal.document(
                new UpEvent.Broken(
                        at(), pipeline(firing), machine(firing), slot(firing), problem.toString()));
        terminal.line(label(firing) + terminal.red("broke") + "   " + problem);
        terminal.line("next     " + hints.of(firing.schedule()).about("runs", pipeline(firing)));
    }

    /** The scheduler stopped, and with it these nights. */
    void stopped(List<RunId> runs, String again) {
        List<UpEvent.UnderWay> underWay =
                runs.stream()
                        .map(run -> new UpEvent.UnderWay(run.toString(), hints.redrive(run)))
                        .toList();
        terminal.document(new UpEvent.Stopped(at(), underWay));
        if (runs.isEmpty()) {
            terminal.line("stopped  nothing was under way");
        } else {
            terminal.line("");
            terminal.line(
                    "stopped  "
                            + Figures.count(runs.size(), "night")
                            + " under way stopped as well; go on with:");
            underWay.forEach(one -> terminal.line("         " + one.next()));
        }
        terminal.line("next     " + again);
    }
}
