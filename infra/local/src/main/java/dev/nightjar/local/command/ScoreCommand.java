package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.Nights;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.screen.NightScreen;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** One scoring run. */
@Command(
        name = "score",
        description = "One scoring run: plan, score, account for every row and publish.")
final class ScoreCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private NightOptions night = new NightOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--rerun",
            arity = "0..1",
            paramLabel = "partial",
            parameterConsumer = RerunValue.class,
            description =
                    "Score again, though the slot is done; keeps what is scored and still right.")
    private @Nullable String rerun;

    @Option(
            names = "--model",
            paramLabel = "VERSION",
            description = "Score with this version; default the one that serves.")
    private @Nullable String model;

    ScoreCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        Rehearsal rehearsal = night.rehearsal(context, terminal);
        try (LocalPlatform platform = platform(terminal, rehearsal)) {
            Definition definition = night.definition(new Pipelines(context), platform, terminal);
            Scoring scoring = definition.scoring();
            if (scoring == null) {
                throw new CommandFailure(
                        Exits.USAGE, night.pipeline() + " has no section 'scoring'");
            }
            NightRequest request =
                    night.request(definition, scoring.schedule(), platform, rehearsal)
                            .withRerun(rerun(scoring))
                            .withModel(model(definition, platform));
            rehearsal.begin(Machine.SCORING, platform, terminal);
            NightScreen screen =
                    new NightScreen(terminal, platform.records(), "  ")
                            .withHeader(run -> "scoring    " + terminal.bold(run.toString()));
            ScoreAnswer answer = new Nights(platform).score(request, screen);
            rehearsal.end(terminal);
            new ScoreEnd(terminal, night.hint(common), platform).show(request, answer);
            terminal.document(answer);
            return answer.exitCode();
        }
    }

    private @Nullable String rerun(Scoring scoring) {
        if (rerun == null) {
            return null;
        }
        String how = rerun.isEmpty() ? scoring.rerun().toString() : rerun;
        if (!how.equals("partial")) {
            throw new CommandFailure(
                    Exits.USAGE, "--rerun " + how + " is not built yet; there is --rerun partial");
        }
        return how;
    }

    /** The whole version; people may type the short one. */
    private @Nullable String model(Definition definition, LocalPlatform platform) {
        return model == null ? null : Versions.of(platform, definition.pipeline()).whole(model);
    }

    private LocalPlatform platform(Terminal terminal, Rehearsal rehearsal) {
        return rehearsal
                .on(context.platform(new HereAlone(context).store(common, night, Machine.SCORING)))
                .notices(terminal::note)
                .open();
    }
}
