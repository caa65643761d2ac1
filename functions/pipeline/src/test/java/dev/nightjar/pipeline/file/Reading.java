package dev.nightjar.pipeline.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.file.PipelineFile.Result.Checked;
import dev.nightjar.pipeline.file.PipelineFile.Result.Refused;

import java.util.List;

/** Reads texts as pipeline files. */
final class Reading {
    static final String LEAST =
            """
            columns:
              amount:    { type: decimal }
              purpose:   { type: category }
              defaulted: { role: label, type: boolean }
            training:
              source: { path: "*.csv" }
            """;

    private Reading() {}

    static Definition checked(String yaml, String... sets) {
        return switch (PipelineFile.read("loans.yaml", yaml.getBytes(UTF_8), List.of(sets))) {
            case Checked checked -> checked.definition();
            case Refused refused ->
                    throw new AssertionError(String.join("\n", Problem.lines(refused.problems())));
        };
    }

    /** Every problem and warning as text. */
    static List<String> problems(String yaml, String... sets) {
        List<Problem> problems =
                switch (PipelineFile.read("loans.yaml", yaml.getBytes(UTF_8), List.of(sets))) {
                    case Checked checked -> checked.warnings();
                    case Refused refused -> refused.problems();
                };
        return problems.stream().map(Problem::text).toList();
    }
}
