package dev.nightjar.asl.journal;

import java.nio.file.Path;

/** Where an execution stands in a folder of journals: its machine's name and its own. */
record ExecutionPlace(String machine, String name) {
    private static final String KIND = ":execution:";

    ExecutionPlace {
        requirePlain(machine);
        requirePlain(name);
    }

    /**
     * Of an execution's ARN.
     *
     * @throws IllegalArgumentException when it is none, or a name cannot be that of a folder
     */
    static ExecutionPlace of(String executionArn) {
        int kind = executionArn.indexOf(KIND);
        int colon = executionArn.lastIndexOf(':');
        int machine = kind + KIND.length();
        if (kind < 0 || colon < machine) {
            throw new IllegalArgumentException("not the ARN of an execution: " + executionArn);
        }
        return new ExecutionPlace(
                executionArn.substring(machine, colon), executionArn.substring(colon + 1));
    }

    private static void requirePlain(String name) {
        boolean plain =
                !name.isEmpty()
                        && !name.startsWith(".")
                        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ');
        if (!plain) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a folder");
        }
    }

    Path in(Path folder) {
        return folder.resolve(machine).resolve(name);
    }
}
