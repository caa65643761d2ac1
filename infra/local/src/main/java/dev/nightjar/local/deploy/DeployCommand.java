package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code deploy}: creates on AWS what the pipeline files describe, or brings it up to date. */
@Command(
        name = "deploy",
        description = {
            "Creates everything on AWS, or brings it up to date.",
            "Checks the pipeline files, then runs the pinned CDK command line, as `npx cdk deploy`"
                    + " at the root does. Ends with what there is now and what to type next."
        })
public final class DeployCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--yes",
            description = "Do not ask before rights are widened (--require-approval never).")
    private boolean yes;

    @Parameters(
            paramLabel = "-- CDK OPTIONS",
            arity = "0..*",
            description = "Go to `cdk deploy` as they are, like -- --profile prod -c name=prod.")
    private List<String> options = new ArrayList<>();

    @Mixin private CommonOptions common = new CommonOptions();

    /** A command in the given world. */
    public DeployCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = context.terminal(common.json());
        PassedThrough programs = PassedThrough.of(context.world(), common.json());
        CdkTool cdk = CdkTool.of(context.world());
        Deployment deployment = Deployment.read(cdk.home(), options);
        DeployedPipelines pipelines = checked(cdk.home(), deployment, terminal);
        refuseQuestions(programs);
        CdkTool.noteMissingCredentials(context.world(), terminal);
        cdk.install(terminal, programs);
        Path scratch = Files.createTempDirectory("nightjar-deploy");
        Path outputs = scratch.resolve("outputs.json");
        try {
            int exitCode = cdk.run(programs, arguments(outputs));
            if (exitCode != 0) {
                throw CdkTool.failed("deploy", exitCode, context.world());
            }
            StackOutputs told = StackOutputs.read(outputs, deployment.stack());
            new DeployEnd(terminal, context.world().clock().instant())
                    .show(deployment, pipelines, told);
            return Exits.OK;
        } finally {
            Files.deleteIfExists(outputs);
            Files.delete(scratch);
        }
    }

    private static DeployedPipelines checked(Path home, Deployment deployment, Terminal terminal) {
        DeployedPipelines pipelines = DeployedPipelines.read(home, deployment);
        Problem.lines(pipelines.problems()).forEach(terminal::note);
        if (pipelines.errors() > 0) {
            throw new CommandFailure(
                    Exits.USAGE,
                    Figures.count(pipelines.errors(), "problem")
                            + " in pipeline files; nothing was deployed",
                    "mend them, then   ./nightjar deploy");
        }
        if (pipelines.files().isEmpty()) {
            throw new CommandFailure(
                    Exits.USAGE,
                    deployment.pipelines() + "/ holds no pipeline file (*.yaml)",
                    "./nightjar init FILE.csv --label COLUMN --out "
                            + deployment.pipelines()
                            + "/mine.yaml");
        }
        return pipelines;
    }

    /** The CDK asks before it widens rights; without a terminal it would only fail, and late. */
    private void refuseQuestions(PassedThrough programs) {
        boolean answered =
                options.stream().anyMatch(option -> option.startsWith("--require-approval"));
        if (!yes && !answered && !programs.terminal()) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "deploy asks before it widens rights, and nobody can answer here",
                    "./nightjar deploy --yes");
        }
    }

    private List<String> arguments(Path outputs) {
        List<String> arguments = new ArrayList<>(List.of("deploy"));
        if (yes) {
            arguments.addAll(List.of("--require-approval", "never"));
        }
        arguments.addAll(List.of("--outputs-file", outputs.toString()));
        arguments.addAll(options);
        return arguments;
    }
}
