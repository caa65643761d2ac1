package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.aws.Deployment;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** {@code destroy}: removes the deployment but for what holds results and proofs. */
@Command(
        name = "destroy",
        description = {
            "Removes the deployment but for the bucket and the signing key.",
            "Runs `npx cdk destroy` at the root. What holds results and proofs stays; it says how to"
                    + " remove that."
        })
public final class DestroyCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Function<String, @Nullable String> ask;

    @Option(names = "--yes", description = "Do not ask for the stack's name.")
    private boolean yes;

    @Parameters(
            paramLabel = "-- CDK OPTIONS",
            arity = "0..*",
            description = "Go to `cdk destroy` as they are, like -- --profile prod.")
    private List<String> options = new ArrayList<>();

    @Mixin private CommonOptions common = new CommonOptions();

    /** A command in the given world, which asks at the terminal. */
    public DestroyCommand(CommandContext context) {
        this(context, DestroyCommand::atTheTerminal);
    }

    /** A command that asks elsewhere; no answer is null. */
    DestroyCommand(CommandContext context, Function<String, @Nullable String> ask) {
        this.context = requireNonNull(context, "context is null");
        this.ask = requireNonNull(ask, "ask is null");
    }

    private static @Nullable String atTheTerminal(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readLine("%s", question))
                .orElse(null);
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        PassedThrough programs = PassedThrough.of(context.world(), common.json());
        CdkTool cdk = CdkTool.of(context.world());
        Deployment deployment = Deployment.read(cdk.home(), options);
        if (!yes) {
            confirm(deployment, terminal, programs);
        }
        CdkTool.noteMissingCredentials(context.world(), terminal);
        cdk.install(terminal, programs);
        List<String> arguments = new ArrayList<>(List.of("destroy", "--force"));
        arguments.addAll(options);
        int exitCode = cdk.run(programs, arguments);
        if (exitCode != 0) {
            throw CdkTool.failed("destroy", exitCode, context.world());
        }
        List<Left> left = Left.of(cdk.home().resolve("cdk.out"), deployment.stack());
        new DestroyEnd(terminal).show(deployment, left);
        return Exits.OK;
    }

    /** What is asked for is more than a key stroke: schedules stop, and nothing runs tonight. */
    private void confirm(Deployment deployment, Terminal terminal, PassedThrough programs) {
        if (!programs.terminal()) {
            throw new CommandFailure(
                    Exits.USAGE,
                    "destroy asks for the stack's name, and nobody can answer here",
                    "./nightjar destroy --yes");
        }
        String stack = deployment.stack();
        terminal.line(
                "This removes the machines, functions, schedules and topics of " + stack + ":");
        terminal.line("no slot will start any more. What was scored, released and signed stays.");
        String typed = ask.apply("Type " + stack + " to go on: ");
        if (typed == null || !typed.strip().equals(stack)) {
            throw new CommandFailure(Exits.USAGE, "that is not " + stack + "; nothing was removed");
        }
    }
}
