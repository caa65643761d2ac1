package dev.nightjar.local.command;

import dev.nightjar.core.definition.Definition;

import java.nio.file.Path;

/** Definitions with what only this machine knows. */
public final class Definitions {
    private Definitions() {}

    /** The definition with its data root in full. */
    public static Definition withData(Definition definition, Path data) {
        return new Definition(
                definition.pipeline(),
                definition.owner(),
                definition.purpose(),
                data.toAbsolutePath().normalize().toString(),
                definition.columns(),
                definition.format(),
                definition.limits(),
                definition.excludeFile(),
                definition.seed(),
                definition.training(),
                definition.gates(),
                definition.release(),
                definition.scoring(),
                definition.service());
    }
}
