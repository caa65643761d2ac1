package dev.nightjar.cdk.machine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.check.Checker;
import dev.nightjar.cdk.Project;

import org.junit.jupiter.api.Assumptions;
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
import java.util.Map;
import java.util.Set;

final class DeployedMachineTest {
    private static final String ERRORS = "dev.nightjar.core.error.";

    /** Those that a new attempt must mend. */
    private static final List<String> CAUGHT =
            List.of(
                    ERRORS + "DataUnfit",
                    ERRORS + "ModelUnfit",
                    ERRORS + "DefinitionInvalid",
                    ERRORS + "BundleRefused",
                    ERRORS + "LedgerBroken",
                    ERRORS + "Conflict",
                    ERRORS + "DeadlinePassed");

    /** Their failure undoes nothing, or has a way of its own. */
    private static final Set<String> NOT_BY_CLASS =
            Set.of(
                    "TrainCandidate",
                    "ScoreShard",
                    "RescoreShard",
                    "PublishReport",
                    "AnnounceOutcome",
                    "RecordFailure");

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void noPlaceholderIsLeft(String machine) {
        assertThat(DeployedMachine.of(machine).definition()).doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void everyFunctionIsCalledByAVersion(String machine) {
        assertThat(functions(machine))
                .isNotEmpty()
                .allSatisfy(
                        (name, task) ->
                                assertThat(task.at("/Arguments/FunctionName").asString())
                                        .matches("arn:aws:lambda:.*:function:nightjar-\\w+:7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void theEngineAcceptsIt(String machine) {
        assertThat(Checker.check(DeployedMachine.of(machine).definition())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void aslValidatorAcceptsIt(String machine, @TempDir Path folder) throws Exception {
        assertThat(aslValidator(DeployedMachine.of(machine).definition(), folder)).isZero();
    }

    @Test
    void aslValidatorWouldRefuseIt(@TempDir Path folder) throws Exception {
        String broken =
                DeployedMachine.of("scoring").definition().replace("\"StartAt\"", "\"Start\"");
        assertThat(aslValidator(broken, folder)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void everyTaskIsTriedAgain(String machine) {
        assertThat(DeployedMachine.of(machine).tasks())
                .hasSizeGreaterThan(8)
                .allSatisfy((name, task) -> assertThat(errors(task, "Retry")).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void whatIsTransientIsTriedAgain(String machine) {
        assertThat(functions(machine))
                .allSatisfy(
                        (name, task) ->
                                assertThat(errors(task, "Retry"))
                                        .contains(
                                                ERRORS + "Transient",
                                                "Lambda.TooManyRequestsException",
                                                "Sandbox.Timedout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void whatANewAttemptMustMendIsNotTriedAgain(String machine) {
        assertThat(functions(machine))
                .allSatisfy(
                        (name, task) ->
                                assertThat(errors(task, "Retry"))
                                        .doesNotContainAnyElementsOf(CAUGHT)
                                        .doesNotContain("States.ALL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "scoring"})
    void whatANewAttemptMustMendIsCaughtByItsClass(String machine) {
        Map<String, JsonNode> tasks = functions(machine);
        tasks.keySet().removeAll(NOT_BY_CLASS);
        assertThat(tasks)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        (name, task) ->
                                assertThat(errors(task, "Catch"))
                                        .containsExactlyInAnyOrderElementsOf(CAUGHT));
    }

    @Test
    void aShardThatFailsEndsWell() {
        assertThat(errors(task("ScoreShard"), "Catch")).containsExactly("States.ALL");
    }

    @Test
    void aShardThatFailsAgainIsLeftToARedrive() {
        assertThat(errors(task("RescoreShard"), "Catch")).containsExactly(ERRORS + "DataUnfit");
    }

    private static Map<String, JsonNode> functions(String machine) {
        Map<String, JsonNode> tasks = DeployedMachine.of(machine).tasks();
        tasks.values()
                .removeIf(
                        task ->
                                !task.path("Resource")
                                        .asString()
                                        .equals("arn:aws:states:::lambda:invoke"));
        return tasks;
    }

    private static JsonNode task(String name) {
        return requireNonNull(DeployedMachine.of("scoring").tasks().get(name));
    }

    private static List<String> errors(JsonNode task, String field) {
        List<String> errors = new ArrayList<>();
        task.path(field)
                .forEach(
                        each ->
                                each.path("ErrorEquals")
                                        .forEach(error -> errors.add(error.asString())));
        return errors;
    }

    private static int aslValidator(String definition, Path folder)
            throws IOException, InterruptedException {
        Path program =
                Project.ROOT
                        .resolve("node_modules/.bin/asl-validator")
                        .toAbsolutePath()
                        .normalize();
        if (!Files.exists(program)) {
            String missing = "asl-validator is not installed: run npm ci";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort("skipped: " + missing);
        }
        Path file = Files.writeString(folder.resolve("machine.asl.json"), definition);
        return new ProcessBuilder(program.toString(), "--json-path", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("answer").toFile())
                .start()
                .waitFor();
    }
}
