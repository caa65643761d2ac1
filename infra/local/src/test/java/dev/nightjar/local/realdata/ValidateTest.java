package dev.nightjar.local.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file with ten mistakes is answered with ten problems, not with the first. */
final class ValidateTest {
    /** Ten mistakes, each with the line that it stands on. */
    private static final String TEN =
            """
            pipeline: mistakes
            ownr: risk@example.com
            columns:
              amount:  { type: decimal, range: wide }
              age:     { type: integer }
              age:     { type: integer }
              left:    { role: label, type: boolean }
              gone:    { role: label, type: boolean }
            training:
              source:   { window: P7D }
              schedule: { cron: "0 2 * * MON *", timezone: Europe/Berlin }
              candidates:
                - trainer: boosted-tree
            gates:
              - auc >= 1.75
            scoring:
              source:   { path: "in/dt={date}/*.csv", window: 1 day }
              schedule: { cron: "0 4 * * ? *", timezone: Europe/Berlim }
            """;

    private static final List<Integer> LINES = List.of(2, 4, 6, 8, 10, 11, 13, 15, 17, 18);

    @TempDir private Path folder;

    @Test
    void tenMistakesAreTenProblemsEachWithItsLineAndRemedy() throws IOException {
        CommandRun run = validate();

        List<JsonNode> problems = run.documents();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(problems.stream().map(one -> one.path("line").asInt()).sorted())
                .as(run.out())
                .containsExactlyElementsOf(LINES);
        assertThat(problems)
                .allSatisfy(
                        one -> {
                            assertThat(one.path("severity").asString()).isEqualTo("ERROR");
                            assertThat(one.path("file").asString()).isEqualTo("mistakes.yaml");
                            assertThat(one.path("column").asInt()).isPositive();
                            assertThat(one.path("message").asString()).isNotBlank();
                            assertThat(one.path("remedy").asString()).isNotBlank();
                        });
    }

    @Test
    void peopleReadALineForEachWithPlaceAndRemedy() throws IOException {
        Files.writeString(folder.resolve("mistakes.yaml"), TEN);

        CommandRun run = CommandRun.in(folder, "validate", "mistakes.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        for (int line : LINES) {
            assertThat(run.out()).contains("mistakes.yaml:" + line + ":");
        }
        assertThat(run.out())
                .contains("10 problems.")
                .contains("owner")
                .contains("boosted-trees")
                .contains("Europe/Berlin'");
    }

    private CommandRun validate() throws IOException {
        Files.writeString(folder.resolve("mistakes.yaml"), TEN);
        return CommandRun.in(folder, "validate", "mistakes.yaml", "--json");
    }
}
