package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.store.DataFolder;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.plan.DeploymentNames;
import dev.nightjar.local.plan.PlanAnswer;
import dev.nightjar.local.plan.Plans;
import dev.nightjar.local.plan.Prices;
import dev.nightjar.local.platform.Home;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.Problem;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a pipeline will do, need and cost. */
@Command(
        name = "plan",
        description = {
            "What a pipeline will do, need and cost, before it is deployed.",
            "Its next slots in local time and what they read, how long a night takes, the rights of"
                    + " each function, what a deployment creates, the price of a night and a month."
                    + " Nothing is started or created."
        })
final class PlanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PIPELINE", description = "A pipeline file, or a name in pipelines/.")
    private String typed = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The root of the source paths; default the pipeline file's folder.")
    private @Nullable String data;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A price file; default infra/prices.yaml.")
    private @Nullable String priceFile;

    @Option(names = "--rights", description = "Show the keys and IAM actions of each right.")
    private boolean rights;

    @Mixin private SetOptions sets = new SetOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    PlanCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        Pipelines pipelines = new Pipelines(context);
        Path file = pipelines.requireFile(typed);
        Definition definition = definition(file, pipelines, terminal);
        Home home = context.world().home().get();
        Prices prices = prices(home);
        try (Platform platform = context.open(common.store(), terminal)) {
            PlanAnswer answer =
                    plan(
                            new Plans(home, platform, prices, DeploymentNames.read(home)),
                            definition,
                            data(definition, file, pipelines));
            terminal.document(answer);
            if (!terminal.answersPrograms()) {
                new PlanScreen(terminal, rights).show(answer);
                terminal.line("next     " + next(file, pipelines, terminal));
            }
            return Exits.OK;
        }
    }

    /** A deployment takes the files of one folder, and demands a little more of them. */
    private String next(Path file, Pipelines pipelines, Terminal terminal) {
        String shown = pipelines.shown(file);
        String deploy = "./nightjar deploy";
        Home home = context.world().home().get();
        Path folder = home.folder().resolve(Deployment.read(home.folder()).pipelines());
        if (!folder.equals(file.toAbsolutePath().normalize().getParent())) {
            return "cp %s %s/   and   %s".formatted(shown, pipelines.shown(folder), deploy);
        }
        return switch (Pipelines.checkForDeploy(shown, file, sets.typed())) {
            case PipelineFile.Result.Checked _ -> deploy;
            case PipelineFile.Result.Refused refused -> {
                Problem.lines(refused.problems()).forEach(terminal::note);
                yield "mend what a deployment demands (above), then   " + deploy;
            }
        };
    }

    private PlanAnswer plan(Plans plans, Definition definition, @Nullable ObjectSource source) {
        try {
            return plans.of(definition, source);
        } catch (IllegalArgumentException missing) {
            throw new CommandFailure(Exits.USAGE, shownPrices() + ": " + missing.getMessage());
        }
    }

    private Definition definition(Path file, Pipelines pipelines, Terminal terminal) {
        String shown = pipelines.shown(file);
        return switch (Pipelines.check(shown, file, sets.typed())) {
            case PipelineFile.Result.Refused refused -> {
                Problem.lines(refused.problems()).forEach(terminal::note);
                throw new DefinitionRefused(shown, refused.problems());
            }
            case PipelineFile.Result.Checked checked -> {
                Problem.lines(checked.warnings()).forEach(terminal::note);
                yield checked.definition();
            }
        };
    }

    /** Data that lie elsewhere are not looked at. */
    private @Nullable ObjectSource data(Definition definition, Path file, Pipelines pipelines) {
        String own = definition.data();
        boolean elsewhere = data == null && own != null && own.contains("://");
        if (elsewhere) {
            return null;
        }
        Path folder = pipelines.dataRoot(definition, file, data);
        return Files.isDirectory(folder) ? DataFolder.at(folder) : null;
    }

    private String shownPrices() {
        return priceFile == null ? "infra/prices.yaml" : priceFile;
    }

    private Prices prices(Home home) {
        String shown = shownPrices();
        Path file = priceFile == null ? home.prices() : context.resolve(priceFile);
        try {
            Object root =
                    new Load(LoadSettings.builder().setLabel(shown).build())
                            .loadFromString(TextFile.read(file));
            return Json.read(Json.tree(root == null ? Map.of() : root), Prices.class);
        } catch (UnreadableFileException problem) {
            throw new CommandFailure(Exits.USAGE, shown + ": " + problem.getMessage());
        } catch (YamlEngineException | UnreadableJson problem) {
            throw new CommandFailure(
                    Exits.USAGE, shown + " is no price file: " + problem.getMessage());
        }
    }
}
