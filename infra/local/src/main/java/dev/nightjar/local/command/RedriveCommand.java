package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.aws.NextExecution;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.RedrivableRun;
import dev.nightjar.local.night.Redrive;
import dev.nightjar.local.night.RedrivenNights;
import dev.nightjar.local.night.Redrives;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** Continues a run. */
@Command(
        name = "redrive",
        description = {
            "Continues a run that failed or was interrupted where it stopped: same attempt, same"
                    + " definition, same input; what was done stays done.",
            "Refused, with the command to use, where only a new attempt can help."
        })
final class RedriveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "Like loans-20261102T0100Z-t01.")
    private String run = "";

    @Mixin private CommonOptions common = new CommonOptions();

    RedriveCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            Claim claim = RunName.claim(run, platform, common);
            return switch (new Redrives(platform).of(claim)) {
                case Redrive.Possible(RedrivableRun possible) -> {
                    try {
                        yield goOn(possible, platform, terminal);
                    } catch (RefusedException refused) {
                        throw tooLate(claim, refused);
                    }
                }
                case Redrive.Refused refused ->
                        throw new CommandFailure(Exits.SYSTEM, refused.why(), next(claim, refused));
            };
        }
    }

    /** Another process was faster. */
    private CommandFailure tooLate(Claim claim, RefusedException refused) {
        return new CommandFailure(
                Exits.SYSTEM,
                String.valueOf(refused.getMessage()),
                hint(claim.run()).about("run", claim.run().toString()));
    }

    private int goOn(RedrivableRun possible, Platform platform, Terminal terminal)
            throws InterruptedException {
        NightScreen screen =
                new NightScreen(terminal, platform.records(), "  ")
                        .withHeader(
                                id ->
                                        "%-11s%s   %s"
                                                .formatted(
                                                        id.machine(),
                                                        terminal.bold(id.toString()),
                                                        how(possible)));
        RedrivenNights nights = new RedrivenNights(platform);
        Hint hint = hint(possible.run());
        if (possible.run().machine() == Machine.TRAINING) {
            TrainAnswer answer = nights.train(possible, screen);
            new TrainEnd(terminal, hint, platform).show(possible.request(), answer);
            terminal.document(answer);
            return answer.exitCode();
        }
        ScoreAnswer answer = nights.score(possible, screen);
        new ScoreEnd(terminal, hint, platform).show(possible.request(), answer);
        terminal.document(answer);
        return answer.exitCode();
    }

    private static String how(RedrivableRun possible) {
        String where = possible.state() == null ? "" : " at " + possible.state();
        return possible.interrupted()
                ? "was interrupted%s, its process was killed: goes on there".formatted(where)
                : "redriven%s".formatted(where);
    }

    private String[] next(Claim claim, Redrive.Refused refused) {
        String command = NextCommands.of(hint(claim.run()), claim).after(refused);
        boolean starts = refused instanceof Redrive.Caught || refused instanceof Redrive.Gone;
        return NextExecution.after(claim.execution())
                .filter(_ -> starts)
                .map(one -> new String[] {command, "or 'New execution' at " + one.page()})
                .orElseGet(() -> new String[] {command});
    }

    private Hint hint(RunId id) {
        return new Hint(id.pipeline(), common.store(), null);
    }
}
