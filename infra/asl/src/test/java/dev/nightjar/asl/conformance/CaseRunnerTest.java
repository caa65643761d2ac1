package dev.nightjar.asl.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases are answered with their fakes, and with nothing else. */
final class CaseRunnerTest {
    private static final String TASK =
            """
            {"Type": "Task", "Resource": "%s", "Arguments": {"FunctionName": "f", "Payload": "{%% $states.input %%}"}, %s"End": true}
            """;

    private static JsonNode answer(String text) throws Exception {
        return CaseRunner.answer(ConformanceCase.parse(text, "other"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String machine(String state, String rest) {
        return "{\"definition\": {\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": "
                + state
                + "}}"
                + rest
                + "}";
    }

    private static String invoking(String fakes) {
        String task = TASK.formatted("arn:aws:states:::lambda:invoke", "");
        return machine(task, ", \"input\": {\"n\": 1}, \"fakes\": " + fakes);
    }

    @Test
    void answersAWholeExecution() throws Exception {
        JsonNode answer =
                answer(
                        machine(
                                "{\"Type\": \"Wait\", \"Seconds\": 90, \"End\": true}",
                                ", \"name\": \"späte Antwort\", \"kind\": \"execution\", \"input\": [1]"));

        assertThat(answer)
                .isEqualTo(
                        json(
                                """
                                {"name": "späte Antwort", "status": "SUCCEEDED", "output": [1], "error": null, "cause": null,
                                 "statesEntered": ["A"],
                                 "events": ["ExecutionStarted", "WaitStateEntered", "WaitStateExited", "ExecutionSucceeded"],
                                 "virtualSeconds": 90.0}
                                """));
    }

    @Test
    void callsItselfAsItsFileWhereItHasNoName() throws Exception {
        assertThat(answer(machine("{\"Type\": \"Succeed\"}", "")).get("name").asString())
                .isEqualTo("other");
    }

    @Test
    void takesADefinitionThatIsAText() throws Exception {
        String definition =
                "{\\\"QueryLanguage\\\": \\\"JSONata\\\", \\\"StartAt\\\": \\\"A\\\", \\\"States\\\": {\\\"A\\\": {\\\"Type\\\": \\\"Succeed\\\"}}}";

        JsonNode answer = answer("{\"definition\": \"" + definition + "\", \"input\": null}");

        assertThat(answer.get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(answer.get("output").isNull()).isTrue();
    }

    @Test
    void isUnsupportedWhereTheCaseHasNoFake() throws Exception {
        JsonNode answer = answer(invoking("{}"));

        assertThat(answer.get("status").asString()).isEqualTo("UNSUPPORTED");
        assertThat(answer.get("reason").asString())
                .startsWith("the case has no fake for arn:aws:states:::lambda:invoke");
    }

    @Test
    void isUnsupportedWhereTheEngineIsNotThatFar() throws Exception {
        JsonNode answer =
                answer(
                        "{\"definition\": {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true}}}}");

        assertThat(answer.get("status").asString()).isEqualTo("UNSUPPORTED");
        assertThat(answer.get("reason").asString()).contains("JSONPath");
    }

    @Test
    void isUnsupportedWhereTheKindIsNotKnown() throws Exception {
        assertThat(answer("{\"definition\": {}, \"kind\": \"dance\"}").get("reason").asString())
                .isEqualTo("the kind 'dance' is not known");
    }

    @Test
    void isRefusedWhereAwsRefusesTheDefinition() throws Exception {
        JsonNode answer = answer(machine("{\"Type\": \"Pass\", \"Next\": \"B\"}", ""));

        assertThat(answer.get("status").asString()).isEqualTo("REFUSED");
        assertThat(answer.get("error").asString()).isEqualTo("InvalidDefinition");
        assertThat(answer.get("cause").asString()).contains("MISSING_TRANSITION_TARGET");
    }

    @Test
    void endsAnExpressMachineAfterFiveMinutes() throws Exception {
        JsonNode answer =
                answer(
                        machine(
                                "{\"Type\": \"Wait\", \"Seconds\": 301, \"End\": true}",
                                ", \"type\": \"EXPRESS\""));

        assertThat(answer.get("status").asString()).isEqualTo("TIMED_OUT");
        assertThat(answer.get("virtualSeconds").asDouble()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"echo\"} => {\"n\":1}",
                "{\"kind\": \"const\", \"value\": [2]} => [2]",
                "{\"kind\": \"repeat\", \"text\": \"ab\", \"count\": 2} => \"abab\"",
                "{\"kind\": \"format\", \"template\": \"event-{event}\"} => \"event-{\\\"n\\\":1}\"",
                "{\"kind\": \"sleep\", \"seconds\": 60} => {\"n\":1}"
            })
    void answersWithFunctionsByTheirKind(String row) throws Exception {
        String[] sides = row.split(" => ", 2);
        JsonNode answer = answer(invoking("{\"lambdas\": {\"f\": " + sides[0] + "}}"));

        assertThat(answer.at("/output/Payload")).isEqualTo(json(sides[1]));
        assertThat(answer.at("/output/StatusCode").intValue()).isEqualTo(200);
    }

    @Test
    void failsWithAFunctionThatFails() throws Exception {
        JsonNode answer =
                answer(
                        invoking(
                                "{\"lambdas\": {\"f\": {\"kind\": \"error\", \"errorType\": \"Sad\", \"errorMessage\": \"so\"}}}"));

        assertThat(answer.get("error").asString()).isEqualTo("Sad");
        assertThat(json(answer.get("cause").asString()).get("errorMessage").asString())
                .isEqualTo("so");
    }

    @Test
    void replaysOutcomesByInputAndNotOnlyInOrder() throws Exception {
        String task = TASK.formatted("arn:aws:lambda:us-east-1:123456789012:function:f", "");
        String map =
                "{\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"T\", \"States\": {\"T\": "
                        + task
                        + "}}, \"End\": true}";
        String replay =
                """
                , "input": ["x", "y"], "fakes": {"taskReplay": [
                  {"resource": "arn:aws:lambda:us-east-1:<account>:function:f", "input": {"FunctionName": "f", "Payload": "y"},
                   "outcome": {"status": "succeeded", "output": "of y"}},
                  {"resource": "arn:aws:lambda:us-east-1:<account>:function:f", "input": {"FunctionName": "f", "Payload": "x"},
                   "outcome": {"status": "succeeded", "output": "of x"}}]}
                """;

        assertThat(answer(machine(map, replay)).get("output"))
                .isEqualTo(json("[\"of x\", \"of y\"]"));
    }

    @Test
    void replaysOutcomesOfTheSameInputInOrder() throws Exception {
        String retried =
                TASK.formatted(
                        "arn:aws:states:::lambda:invoke",
                        "\"Retry\": [{\"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 5}], ");
        String replay =
                """
                , "input": 1, "fakes": {"taskReplay": [
                  {"resource": "invoke", "resourceType": "lambda", "input": {"FunctionName": "f", "Payload": 1},
                   "outcome": {"status": "failed", "error": "Busy", "cause": {"a": 1}}},
                  {"resource": "invoke", "resourceType": "lambda", "input": {"FunctionName": "f", "Payload": 1.0},
                   "outcome": {"status": "succeeded", "output": "done"}}]}
                """;
        JsonNode answer = answer(machine(retried, replay));

        assertThat(answer.get("output")).isEqualTo(json("\"done\""));
        assertThat(answer.get("virtualSeconds").asDouble()).isEqualTo(5);
    }

    @Test
    void validatesADefinition() throws Exception {
        JsonNode answer =
                answer(
                        machine(
                                "{\"Type\": \"Pass\", \"Next\": \"B\"}",
                                ", \"kind\": \"validate\""));

        assertThat(answer.get("result").asString()).isEqualTo("FAIL");
        assertThat(answer.at("/diagnostics/0/code").asString())
                .isEqualTo("MISSING_TRANSITION_TARGET");
        assertThat(answer.at("/diagnostics/0/severity").asString()).isEqualTo("ERROR");
    }

    @Test
    void testsAStateWithoutParams() throws Exception {
        String state = "{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Next\": \"B\"}";

        assertThat(
                        answer(
                                "{\"kind\": \"test-state\", \"input\": null, \"definition\": "
                                        + state
                                        + "}"))
                .isEqualTo(
                        json(
                                """
                                {"name": "other", "status": "SUCCEEDED", "output": {}, "error": null, "cause": null,
                                 "nextState": "B", "inspectionData": null}
                                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "7",
                "{}",
                "{\"definition\": 7}",
                "{\"definition\": {}, \"fakes\": 1}"
            })
    void refusesTextsThatAreNoCases(String text) {
        assertThatThrownBy(() -> ConformanceCase.parse(text, "other"))
                .isInstanceOf(MalformedCaseException.class);
    }
}
