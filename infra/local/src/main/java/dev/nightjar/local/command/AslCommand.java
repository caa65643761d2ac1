package dev.nightjar.local.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns state machines, and their executions as the engine sees them. */
@Command(
        name = "asl",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "State machines in Amazon States Language: checks and runs them, shows histories.",
        subcommands = {AslCheckCommand.class, AslRunCommand.class, AslHistoryCommand.class})
final class AslCommand implements Runnable {
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which command of asl?");
        }
    }
}
