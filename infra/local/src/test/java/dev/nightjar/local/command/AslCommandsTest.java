package dev.nightjar.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.CommandRun;
import dev.nightjar.local.platform.Home;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** State machines without a pipeline and a store. */
class AslCommandsTest {
    private static final String SOUND =
            """
            { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": { "Type": "Task", "Resource": "${WorkFunction}", "End": true } } }
            """;

    private static final String BROKEN =
            """
            {
              "QueryLanguage": "JSONata",
              "StartAt": "A",
              "States": {
                "A": { "Type": "Pass",
                       "Next": "B" }
              }
            }
            """;

    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asl", "asl check", "asl run"})
    void explainsItselfAtEveryLevel(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add("--help");
        CommandRun run = CommandRun.in(folder, words.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: nightjar " + command);
    }

    @Test
    void answersAMisspeltCommandWithTheRightOne() {
        CommandRun run = CommandRun.in(folder, "asl", "chekc", "a.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean 'check'?");
    }

    @Test
    void findsNothingWrongWithAFileWhoseFunctionsAreOpen() throws IOException {
        write("a.asl.json", SOUND);
        CommandRun run = CommandRun.in(folder, "asl", "check", "a.asl.json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("a.asl.json  ok\n");
    }

    @Test
    void findsNothingWrongWithTheMachinesOfTheRepository() throws IOException {
        try (var machines = Files.list(Home.find().folder().resolve("state-machines"))) {
            for (Path machine :
                    machines.filter(each -> each.toString().endsWith(".json")).toList()) {
                assertThat(CommandRun.in(folder, "asl", "check", machine.toString()).exitCode())
                        .as("%s", machine)
                        .isZero();
            }
        }
    }

    @Test
    void saysWhereAProblemIs() throws IOException {
        write("a.asl.json", BROKEN);
        CommandRun run = CommandRun.in(folder, "asl", "check", "a.asl.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).startsWith("a.asl.json:6:").contains("MISSING_TRANSITION_TARGET");
    }

    @Test
    void answersProgramsWithOneLineForEachProblem() throws IOException {
        write("a.asl.json", BROKEN);
        CommandRun run = CommandRun.in(folder, "asl", "check", "--json", "a.asl.json");

        JsonNode problem = run.documents().getFirst();
        assertThat(problem.propertyNames())
                .containsExactly(
                        "file",
                        "line",
                        "column",
                        "pointer",
                        "severity",
                        "code",
                        "message",
                        "remedy");
        assertThat(problem.get("pointer").asString()).isEqualTo("/States/A/Next");
        assertThat(problem.get("line").intValue()).isEqualTo(6);
    }

    @Test
    void saysWhichFileIsNotThereAndChecksTheOthers() throws IOException {
        write("a.asl.json", SOUND);
        CommandRun run = CommandRun.in(folder, "asl", "check", "no.asl.json", "a.asl.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no.asl.json: there is no such file");
        assertThat(run.out()).contains("a.asl.json  ok");
    }

    @Test
    void answersCasesInTheirOrderWithOneLineEach() throws IOException {
        write(
                "one.json",
                "{\"name\": \"ä\", \"definition\": "
                        + BROKEN.replace("\"Next\": \"B\"", "\"End\": true")
                        + "}");
        write("two.json", "{\"kind\": \"validate\", \"definition\": " + BROKEN + "}");
        CommandRun run = CommandRun.in(folder, "asl", "run", "two.json", "one.json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.documents())
                .extracting(answer -> answer.get("name").asString())
                .containsExactly("two", "ä");
        assertThat(run.documents().getLast().get("status").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void answersTheOtherCasesWhenAFileIsNone() throws IOException {
        write("bad.json", "not a case");
        write("good.json", "{\"kind\": \"validate\", \"definition\": " + BROKEN + "}");
        CommandRun run = CommandRun.in(folder, "asl", "run", "bad.json", "gone.json", "good.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.documents()).hasSize(1);
        assertThat(run.err().lines())
                .anyMatch(line -> line.contains("bad.json: not JSON"))
                .anyMatch(line -> line.contains("gone.json: there is no such file"));
    }
}
