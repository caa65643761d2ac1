package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Dismissal;
import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.UnclaimedDismissal;
import dev.nightjar.local.night.Dismissals;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.UnclaimedExecutions;
import dev.nightjar.local.night.UnclaimedExecutions.Unclaimed;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.run.Claims;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes a run, or an execution that claimed no slot, off the list of what needs a person. */
record DismissedRun(Terminal terminal, Platform platform, CommonOptions common) {
    DismissedRun {
        requireNonNull(terminal, "terminal is null");
        requireNonNull(platform, "platform is null");
        requireNonNull(common, "common is null");
    }

    /** The answer for a program. */
    private record Answer(
            @Nullable String run,
            @Nullable String execution,
            String by,
            String why,
            String at,
            boolean already) {}

    /**
     * Dismisses what was typed, unless it is dismissed.
     *
     * @param why the reason, or null when none was given
     * @throws CommandFailure when it needs nobody
     */
    int dismiss(String typed, @Nullable String why) {
        if (why == null || why.isBlank()) {
            throw new CommandFailure(Exits.USAGE, "--dismiss keeps the reason: add --why TEXT");
        }
        Optional<Unclaimed> unclaimed =
                RunName.isRun(typed)
                        ? Optional.empty()
                        : new UnclaimedExecutions(platform).named(typed);
        if (unclaimed.isPresent()) {
            unclaimed(unclaimed.get(), why.strip());
        } else {
            run(RunName.claim(typed, platform, common), why.strip());
        }
        return Exits.OK;
    }

    private void run(Claim claim, String why) {
        RunId run = claim.run();
        Dismissals dismissals = new Dismissals(platform);
        Optional<Dismissal> before = dismissals.of(run);
        if (before.isEmpty() && !needsAttention(run.pipeline(), run.toString())) {
            throw new CommandFailure(
                    Exits.USAGE,
                    run + " needs nobody: " + reason(claim),
                    hint(run.pipeline()).about("run", run.toString()));
        }
        Dismissal standing = before.orElseGet(() -> dismissals.dismiss(run, Person.name(), why));
        boolean already = before.isPresent();
        String by = standing.by();
        Instant at = standing.at();
        terminal.document(
                new Answer(run.toString(), null, by, standing.why(), at.toString(), already));
        show(run.toString(), by, standing.why(), at, already);
        terminal.line("next     " + hint(run.pipeline()).about("status", run.pipeline()));
    }

    private void unclaimed(Unclaimed one, String why) {
        UnclaimedExecutions executions = new UnclaimedExecutions(platform);
        Optional<UnclaimedDismissal> before = executions.dismissal(one);
        if (before.isEmpty() && executions.isSettled(one)) {
            throw new CommandFailure(
                    Exits.USAGE,
                    one.name() + " needs nobody: its slot went on without it",
                    hint(one.pipeline()).about("runs", one.pipeline()));
        }
        UnclaimedDismissal standing =
                before.orElseGet(() -> executions.dismiss(one, Person.name(), why));
        boolean already = before.isPresent();
        String by = standing.by();
        Instant at = standing.at();
        terminal.document(new Answer(null, one.name(), by, standing.why(), at.toString(), already));
        show(one.name(), by, standing.why(), at, already);
        terminal.line("next     " + hint("").about("status", ""));
    }

    private boolean needsAttention(String pipeline, String name) {
        return StatusCommand.answers(platform, common).of(List.of(pipeline)).pipelines().stream()
                .flatMap(each -> each.needsAttention().stream())
                .anyMatch(need -> need.isAbout(name));
    }

    private String reason(Claim claim) {
        RunId run = claim.run();
        Optional<Claim> newer = new Claims(platform.records()).newerThan(run);
        if (newer.isPresent()) {
            return newer.get().run() + " is the newer attempt at its slot";
        }
        Optional<OutcomeRecord> outcome = platform.records().outcome(run);
        if (outcome.isPresent()) {
            return "it is " + outcome.get().outcome();
        }
        return new Runs(platform).isRunning(claim)
                ? "it is at work"
                : "nothing is known that a person could do";
    }

    private void show(String name, String by, String why, Instant at, boolean already) {
        terminal.line(
                (already ? "already dismissed" : "dismissed")
                        + "  %s   by %s, %s: %s"
                                .formatted(name, by, Figures.time(at.toString()), why));
    }

    private Hint hint(String pipeline) {
        return new Hint(pipeline, common.store(), null);
    }
}
