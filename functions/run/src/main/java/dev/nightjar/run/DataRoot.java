package dev.nightjar.run;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.error.DefinitionInvalid;

/** Where a definition's sources lie. */
public final class DataRoot {
    private DataRoot() {}

    /**
     * The address of the data root.
     *
     * @throws DefinitionInvalid when whoever started the run left it out
     */
    public static String of(Definition definition) {
        String data = definition.data();
        if (data == null) {
            throw new DefinitionInvalid(
                    "the definition of " + definition.pipeline() + " names no data root");
        }
        return data;
    }
}
