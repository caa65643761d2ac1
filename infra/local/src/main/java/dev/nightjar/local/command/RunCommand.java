package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Ledger;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.MapProgress;
import dev.nightjar.local.night.Redrives;
import dev.nightjar.local.night.RunAnswer;
import dev.nightjar.local.night.RunAnswers;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.StateVisit;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.ProgressLine;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** One run in full. */
@Command(
        name = "run",
        description = "One run: states with times and attempts, shards, rows, failures.")
final class RunCommand implements Callable<Integer> {
    private static final double MILLISECONDS = 1e3;
    private static final int MOST_SHARDS = 20;

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Like loans-20261102T0100Z-t01.")
    private String run = "";

    @Mixin private CommonOptions common = new CommonOptions();

    RunCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            Claim claim = RunName.claim(run, platform, common);
            RunAnswer answer = new RunAnswers(platform).of(claim);
            terminal.document(answer);
            if (!terminal.answersPrograms()) {
                show(terminal, answer);
                NextExecution.after(claim.execution())
                        .ifPresent(one -> terminal.line("console  " + one.page()));
                terminal.line("next     " + next(answer, claim, platform));
            }
            return Exits.OK;
        }
    }

    private void show(Terminal terminal, RunAnswer answer) {
        terminal.line(
                terminal.bold(answer.run())
                        + "   "
                        + terminal.outcome(answer.outcome())
                        + "   started by "
                        + answer.startedBy()
                        + (answer.model() == null ? "" : "   model " + answer.model()));
        terminal.line(
                "slot     " + answer.slot() + "   reads " + String.join(", ", answer.partitions()));
        if (answer.outcome().equals(Runs.INTERRUPTED)) {
            terminal.line("its process was killed: it was interrupted, and can go on");
        }
        terminal.line("");
        if (answer.states().isEmpty()) {
            terminal.line("nothing is told of its execution any more");
        }
        states(answer).lines().forEach(line -> terminal.line("  " + line));
        shards(terminal, answer);
        rows(terminal, answer.rows());
        for (RunAnswer.Failure failure : answer.failures()) {
            terminal.line("");
            terminal.line(
                    "failure  %s at %s%s: %s"
                            .formatted(
                                    terminal.red(failure.error()),
                                    failure.state(),
                                    failure.item() == null ? "" : " " + failure.item(),
                                    failure.cause()));
            terminal.line("record   " + terminal.place(failure.record()));
        }
        RunAnswer.Dismissed dismissed = answer.dismissed();
        if (dismissed != null) {
            terminal.line("");
            terminal.line(
                    "dismissed by %s, %s: %s"
                            .formatted(
                                    dismissed.by(), Figures.time(dismissed.at()), dismissed.why()));
        }
        terminal.line("");
        if (answer.folder() != null) {
            terminal.line("folder   " + terminal.place(answer.folder()));
        }
        if (answer.report() != null) {
            terminal.line("report   " + terminal.place(answer.report()));
        }
    }

    private String next(RunAnswer answer, Claim claim, Platform platform) {
        Hint hint = new Hint(answer.pipeline(), common.store(), null);
        return switch (answer.outcome()) {
            case "COMMITTED" -> hint.run("results", "--slot", answer.slot()) + " | head";
            case Runs.RUNNING -> hint.about("run", answer.run());
            case Runs.INTERRUPTED, "FAILED" ->
                    NextCommands.of(hint, claim).after(new Redrives(platform).of(claim));
            default -> hint.run("models");
        };
    }

    private static Table states(RunAnswer answer) {
        Table table = new Table();
        for (StateVisit state : answer.states()) {
            Integer items = state.items();
            table.add(
                    state.name(),
                    Figures.time(state.entered()),
                    took(state),
                    items == null ? "" : Figures.count(items, "item"),
                    state.attempts() == (items == null ? 1 : items)
                            ? ""
                            : Figures.count(state.attempts(), "attempt"),
                    remarks(state));
        }
        return table;
    }

    /** The last error, what a state waits for, and how far an open Map is. */
    private static String remarks(StateVisit state) {
        List<String> remarks = new ArrayList<>();
        if (state.error() != null) {
            remarks.add(state.error());
        }
        if (state.exited() == null) {
            String until = state.pausesUntil();
            if (until != null) {
                remarks.add("waits until " + until);
            }
            MapProgress progress = state.progress();
            if (progress != null) {
                remarks.add(ProgressLine.words(progress));
            }
        }
        return String.join("   ", remarks);
    }

    private static String took(StateVisit state) {
        if (state.exited() == null) {
            return "not left";
        }
        Duration time =
                Duration.between(Instant.parse(state.entered()), Instant.parse(state.exited()));
        return "%.3f s".formatted(time.toMillis() / MILLISECONDS);
    }

    private static void shards(Terminal terminal, RunAnswer answer) {
        if (answer.shards().isEmpty()) {
            return;
        }
        Table table = new Table();
        for (RunAnswer.Shard shard : answer.shards().stream().limit(MOST_SHARDS).toList()) {
            Long rows = shard.rows();
            Long quarantined = shard.quarantined();
            table.add(
                    "shard " + shard.number(),
                    shard.state(),
                    rows == null ? "? rows" : Figures.count(rows, "row"),
                    quarantined == null || quarantined == 0 ? "" : quarantined + " quarantined",
                    shard.input());
        }
        terminal.line("");
        table.lines().forEach(line -> terminal.line("  " + line));
        int more = answer.shards().size() - MOST_SHARDS;
        if (more > 0) {
            terminal.line("  and " + Figures.count(more) + " more (all of them with --json)");
        }
    }

    private static void rows(Terminal terminal, ScoreAnswer.@Nullable Rows rows) {
        if (rows == null || rows.input() == null || rows.failed() == null) {
            return;
        }
        Ledger ledger =
                new Ledger(
                        rows.input(),
                        rows.scored(),
                        rows.quarantined(),
                        rows.late(),
                        rows.failed(),
                        rows.carriedOut());
        terminal.line("");
        terminal.line("rows     " + ledger);
    }
}
