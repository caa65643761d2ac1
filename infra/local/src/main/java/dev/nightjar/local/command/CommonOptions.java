package dev.nightjar.local.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options of every command. */
public final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--store",
            paramLabel = "DIR|s3://BUCKET[/PREFIX]",
            description =
                    "The store; default NIGHTJAR_STORE, or .nightjar/ found upwards from here, else made"
                            + " here.")
    private @Nullable String store;

    @Option(names = "--json", description = "Answer in JSON on standard output.")
    private boolean json;

    /** Whether a program reads the answer. */
    public boolean json() {
        return json;
    }

    /** The store that was named, or null. */
    public @Nullable String store() {
        return store;
    }

    boolean help() {
        return help;
    }
}
