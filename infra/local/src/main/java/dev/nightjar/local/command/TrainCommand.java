package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Training;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** One training run. */
@Command(
        name = "train",
        description = "One training run: prepare, train, judge, build and release a model.")
final class TrainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private NightOptions night = new NightOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--rerun", description = "Train again, though the slot is done.")
    private boolean rerun;

    @Option(
            names = "--release",
            description = "Release this slot's model also when a newer slot's model serves.")
    private boolean release;

    TrainCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        Rehearsal rehearsal = night.rehearsal(context, terminal);
        try (LocalPlatform platform = platform(terminal, rehearsal)) {
            Definition definition = night.definition(new Pipelines(context), platform, terminal);
            Training training = definition.training();
            if (training == null) {
                throw new CommandFailure(
                        Exits.USAGE, night.pipeline() + " has no section 'training'");
            }
            NightRequest request =
                    night.request(definition, training.schedule(), platform, rehearsal)
                            .withRerun(rerun ? "complete" : null)
                            .withRelease(release);
            rehearsal.begin(Machine.TRAINING, platform, terminal);
            NightScreen screen =
                    new NightScreen(terminal, platform.records(), "  ")
                            .withHeader(run -> "training   " + terminal.bold(run.toString()));
            TrainAnswer answer = new Nights(platform).train(request, screen);
            rehearsal.end(terminal);
            new TrainEnd(terminal, night.hint(common), platform).show(request, answer);
            terminal.document(answer);
            return answer.exitCode();
        }
    }

    private LocalPlatform platform(Terminal terminal, Rehearsal rehearsal) {
        return rehearsal
                .on(context.platform(new HereAlone(context).store(common, night, Machine.TRAINING)))
                .notices(terminal::note)
                .open();
    }
}
