package dev.nightjar.local.command;

import dev.nightjar.pipeline.file.Problem;

import java.util.List;

/** A pipeline file has problems, which were shown one by one. */
final class DefinitionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<Problem> problems;

    DefinitionRefused(String file, List<Problem> problems) {
        super(file + " is no valid pipeline");
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    String file() {
        return file;
    }

    List<Problem> problems() {
        return problems;
    }
}
