package dev.nightjar.cdk;

import java.nio.file.Path;

/** Files of the repository. */
public final class Project {
    /** The repository's root. */
    public static final Path ROOT = Path.of("../..");

    private Project() {}

    /** A state machine's file. */
    public static Path stateMachine(String machine) {
        return ROOT.resolve("state-machines").resolve(machine + ".asl.json");
    }

    /** {@code functions.yaml}. */
    public static Path functions() {
        return ROOT.resolve("state-machines/functions.yaml");
    }

    /** The pipeline file of the demo. */
    public static Path loans() {
        return ROOT.resolve("pipelines/loans.yaml");
    }
}
