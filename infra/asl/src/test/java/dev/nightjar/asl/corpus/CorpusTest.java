package dev.nightjar.asl.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.VirtualClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine answers as AWS did. */
final class CorpusTest {
    private static final NotYet NOT_YET = NotYet.read();

    static Stream<CorpusCase> executions() {
        return cases().filter(each -> each.kind().equals("execution"));
    }

    static Stream<CorpusCase> verdicts() {
        return cases().filter(each -> each.kind().equals("validate"));
    }

    private static Stream<CorpusCase> cases() {
        return CorpusFolder.find().stream().flatMap(folder -> CorpusFolder.cases(folder).stream());
    }

    @Test
    void isThere() {
        assumeTrue(
                CorpusFolder.find().isPresent(),
                "The recorded cases are not here: set NIGHTJAR_SHARED to the folder of asl-corpus");
        assertThat(cases()).isNotEmpty();
    }

    @Test
    void listsOnlyCasesThatExist() {
        assumeTrue(CorpusFolder.find().isPresent(), "The recorded cases are not here");
        Set<String> names = cases().map(CorpusCase::name).collect(Collectors.toSet());
        assertThat(names).containsAll(NOT_YET.reasons().keySet());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("executions")
    void runsAsRecorded(CorpusCase recorded) throws Exception {
        unlessListed(recorded, () -> runAndCompare(recorded));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("verdicts")
    void judgesAsRecorded(CorpusCase recorded) throws Exception {
        unlessListed(recorded, () -> judgeAndCompare(recorded));
    }

    private interface Comparison {
        void run() throws InterruptedException;
    }

    /** A listed case must still fail, or the list is out of date. */
    private static void unlessListed(CorpusCase recorded, Comparison comparison)
            throws InterruptedException {
        String reason = NOT_YET.reasons().get(recorded.name());
        if (reason == null) {
            comparison.run();
        } else {
            assertThatThrownBy(comparison::run)
                    .as("%s passes: take it off not-yet.txt (%s)", recorded, reason)
                    .isInstanceOfAny(AssertionError.class, RuntimeException.class);
        }
    }

    private static void runAndCompare(CorpusCase recorded) throws InterruptedException {
        StateMachine machine = StateMachineParser.parse(recorded.definition()).machineOrThrow();
        assertThat(Checker.check(recorded.definition())).isEmpty();
        Execution execution = engine(recorded, machine).start(machine, request(recorded));
        ExecutionResult result = execution.await();
        JsonNode expected = recorded.expected();
        Wildcards wildcards = recorded.wildcards();
        assertThat(result.status()).hasToString(expected.get("status").stringValue());
        assertMatches(wildcards, expected.get("output"), result.output());
        assertMatches(wildcards, expected.get("error"), text(result.error()));
        if (expected.has("causeContains")) {
            assertThat(result.cause()).contains(expected.get("causeContains").stringValue());
        } else {
            assertMatches(wildcards, expected.get("cause"), text(result.cause()));
        }
        if (expected.path("statesEntered").isArray()) {
            assertEntered(recorded, execution.history());
        }
    }

    private static StartRequest request(CorpusCase recorded) {
        return StartRequest.here("machine", "execution", recorded.input());
    }

    private static Engine engine(CorpusCase recorded, StateMachine machine) {
        RecordedTasks tasks = new RecordedTasks(recorded);
        Engine.Builder engine =
                Engine.builder().clock(new VirtualClock()).random(new SplittableRandom(1));
        machine.allStates()
                .forEach(
                        state -> {
                            if (state instanceof TaskState task) {
                                engine.handler(task.resource(), tasks);
                            }
                            if (state instanceof MapState map && map.itemReader() != null) {
                                engine.handler(map.itemReader().resource(), tasks);
                            }
                        });
        return engine.build();
    }

    private static void assertMatches(
            Wildcards wildcards, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        assertThat(wildcards.match(expected, actual))
                .as("expected %s%nbut was  %s", expected, actual)
                .isTrue();
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }

    private static void assertEntered(CorpusCase recorded, List<HistoryEvent> history) {
        List<String> entered =
                history.stream()
                        .filter(event -> event.type().awsName().endsWith("StateEntered"))
                        .map(event -> event.details().get("name").stringValue())
                        .toList();
        List<String> expected = CorpusCase.texts(recorded.expected().get("statesEntered"));
        if (recorded.concurrent()) {
            assertThat(entered).containsExactlyInAnyOrderElementsOf(expected);
        } else {
            assertThat(entered).isEqualTo(expected);
        }
    }

    private static void judgeAndCompare(CorpusCase recorded) {
        List<Problem> problems = Checker.check(recorded.definition());
        JsonNode expected = recorded.expected();
        String result = problems.stream().anyMatch(Problem::isError) ? "FAIL" : "OK";
        assertThat(result).as("%s", problems).isEqualTo(expected.get("result").stringValue());
        List<JsonNode> diagnostics = expected.get("diagnostics").valueStream().toList();
        assertThat(problems).hasSameSizeAs(diagnostics);
        for (int i = 0; i < diagnostics.size(); i++) {
            assertThat(problems.get(i).code())
                    .isEqualTo(diagnostics.get(i).get("code").stringValue());
            assertThat(problems.get(i).pointer())
                    .isEqualTo(diagnostics.get(i).get("location").stringValue());
            if (diagnostics.get(i).has("message")) {
                assertThat(problems.get(i).message())
                        .isEqualTo(diagnostics.get(i).get("message").stringValue());
            }
        }
    }
}
