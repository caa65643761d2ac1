package dev.nightjar.local.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The word before all others. */
@Command(
        name = "nightjar",
        synopsisSubcommandLabel = "COMMAND",
        description = "Trains, judges, releases and batch-scores tabular models.",
        footer = {
            "",
            "Begin with   ./nightjar demo",
            "Each command explains itself: ./nightjar COMMAND --help"
        })
final class NightjarCommand implements Runnable {
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
            throw new ParameterException(spec.commandLine(), "which command?");
        }
    }
}
