package dev.nightjar.asl.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a state does when it is tested alone. */
final class StateTestTest {
    private static final String TASK =
            """
            { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": { "FunctionName": "pay", "Payload": { "sum": "{% $states.input.sum %}" } },
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 3, "MaxAttempts": 2, "BackoffRate": 2 } ],
              "Catch": [ { "ErrorEquals": [ "Never" ], "Next": "Nowhere" },
                         { "ErrorEquals": [ "States.ALL" ], "Next": "Sorry", "Assign": { "why": "{% $states.errorOutput.Error %}" },
                           "Output": { "sum": "{% $states.input.sum %}" } } ],
              "Output": "{% $states.result.Payload %}", "Next": "Thanks" }
            """;

    private static final String MAP =
            """
            { "QueryLanguage": "JSONata", "StartAt": "All", "States": {
              "All": { "Type": "Map", "Items": "{% $states.input %}", "MaxConcurrency": 4, "ToleratedFailurePercentage": 40,
                "ItemSelector": { "index": "{% $states.context.Map.Item.Index %}", "value": "{% $states.context.Map.Item.Value %}" },
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                  "StartAt": "One", "States": { "One": { "Type": "Pass",
                    "Output": "{% $states.context.Map.Item %}", "Next": "Two" }, "Two": { "Type": "Succeed" } } },
                "End": true } } }
            """;

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static StateTest task() {
        return StateTest.of(TASK).input(json("{\"sum\": 7}"));
    }

    @Test
    void answersTheMockedResultThroughOutputAndNext() throws Exception {
        StateTestResult result = task().mock(StateMock.result("{\"Payload\": \"paid\"}")).run();

        assertThat(result.status()).isEqualTo(StateTestStatus.SUCCEEDED);
        assertThat(result.output()).isEqualTo(json("\"paid\""));
        assertThat(result.nextState()).isEqualTo("Thanks");
        assertThat(result.inspectionData()).isNull();
    }

    @Test
    void showsWhatEachFieldGave() throws Exception {
        ObjectNode data =
                task().mock(StateMock.result("{\"Payload\": \"paid\"}"))
                        .inspectionLevel(InspectionLevel.DEBUG)
                        .variables((ObjectNode) json("{\"seen\": 1}"))
                        .run()
                        .inspectionData();

        assertThat(data)
                .isEqualTo(
                        json(
                                """
                                { "input": { "sum": 7 },
                                  "afterArguments": { "FunctionName": "pay", "Payload": { "sum": 7 } },
                                  "result": { "Payload": "paid" }, "variables": { "seen": 1 } }
                                """));
    }

    @Test
    void tellsARetryAndItsBackoff() throws Exception {
        StateTestResult result =
                task().mock(StateMock.error("Busy", "come back"))
                        .configuration(new StateConfiguration(1, null, null, null))
                        .inspectionLevel(InspectionLevel.TRACE)
                        .run();

        assertThat(result.status()).isEqualTo(StateTestStatus.RETRIABLE);
        assertThat(result.cause()).isEqualTo("come back");
        assertThat(details(result))
                .isEqualTo(json("{\"retryIndex\": 0, \"retryBackoffIntervalSeconds\": 6}"));
    }

    @Test
    void catchesWhatHasNoRetryLeft() throws Exception {
        StateTestResult result =
                task().mock(StateMock.error("Busy", null))
                        .configuration(new StateConfiguration(2, null, null, null))
                        .inspectionLevel(InspectionLevel.DEBUG)
                        .run();

        assertThat(result.status()).isEqualTo(StateTestStatus.CAUGHT_ERROR);
        assertThat(result.nextState()).isEqualTo("Sorry");
        assertThat(result.error()).isEqualTo("Busy");
        assertThat(result.output()).isEqualTo(json("{\"sum\": 7}"));
        assertThat(details(result)).isEqualTo(json("{\"catchIndex\": 1, \"retryIndex\": 0}"));
        assertThat(data(result).get("variables")).isEqualTo(json("{\"why\": \"Busy\"}"));
    }

    private static ObjectNode data(StateTestResult result) {
        return requireNonNull(result.inspectionData(), "no inspection data");
    }

    private static JsonNode details(StateTestResult result) {
        return data(result).get("errorDetails");
    }

    @Test
    void failsWithTheEvaluationsCause() throws Exception {
        StateTestResult result =
                StateTest.of(
                                "{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.input.no %}\", \"End\": true}")
                        .run();

        assertThat(result.status()).isEqualTo(StateTestStatus.FAILED);
        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(result.cause()).contains("the state 'StateName'");
    }

    @Test
    void asksTheHandlerWhereThereIsNoMock() throws Exception {
        StateTestResult result =
                task().handler(
                                call ->
                                        json(
                                                "{\"Payload\": "
                                                        + call.arguments().path("Payload")
                                                        + "}"))
                        .run();

        assertThat(result.output()).isEqualTo(json("{\"sum\": 7}"));
    }

    @Test
    void showsTheInputsOfAMapsIterations() throws Exception {
        StateTestResult result =
                StateTest.of(MAP)
                        .stateName("All")
                        .input(json("[\"a\", \"b\"]"))
                        .mock(StateMock.result("[1, 2]"))
                        .inspectionLevel(InspectionLevel.DEBUG)
                        .run();
        ObjectNode data = data(result);

        assertThat(data.get("afterItemSelector"))
                .isEqualTo(
                        json(
                                "[{\"index\": 0, \"value\": \"a\"}, {\"index\": 1, \"value\": \"b\"}]"));
        assertThat(data.get("maxConcurrency").intValue()).isEqualTo(4);
        assertThat(data.get("toleratedFailurePercentage").doubleValue()).isEqualTo(40.0);
        assertThat(data.has("result")).isFalse();
    }

    @Test
    void failsAMapThatToleratesLess() throws Exception {
        StateTest test =
                StateTest.of(MAP)
                        .stateName("All")
                        .input(json("[1, 2, 3, 4, 5]"))
                        .mock(StateMock.result("[1, 2, 3, 4, 5]"));

        assertThat(test.configuration(failed(2)).run().status())
                .isEqualTo(StateTestStatus.SUCCEEDED);
        assertThat(test.configuration(failed(3)).run().error())
                .isEqualTo("States.ExceedToleratedFailureThreshold");
    }

    private static StateConfiguration failed(int iterations) {
        return new StateConfiguration(null, null, iterations, null);
    }

    @Test
    void givesAStateInAMapTheFirstItem() throws Exception {
        StateTestResult result = StateTest.of(MAP).stateName("One").input(json("\"x\"")).run();

        assertThat(result.output()).isEqualTo(json("{\"Index\": 0, \"Value\": \"x\"}"));
        assertThat(result.nextState()).isEqualTo("Two");
    }

    @Test
    void takesAnotherContextWhole() throws Exception {
        String state = TASK.replace("$states.result.Payload", "$states.context");

        assertThat(
                        StateTest.of(state)
                                .input(json("{\"sum\": 7}"))
                                .mock(StateMock.result("{}"))
                                .context("{\"State\": {\"Name\": \"Mine\"}}")
                                .run()
                                .output())
                .isEqualTo(json("{\"State\": {\"Name\": \"Mine\"}}"));
    }

    @Test
    void endsAWaitOfAYearAtOnce() throws Exception {
        StateTestResult result =
                StateTest.of(
                                "{\"Type\": \"Wait\", \"QueryLanguage\": \"JSONata\", \"Seconds\": 31536000, \"Next\": \"Later\"}")
                        .run();

        assertThat(result.nextState()).isEqualTo("Later");
    }

    @Test
    void mocksATaskThatEndsByAToken() throws Exception {
        String state =
                """
                { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Arguments": { "QueueUrl": "q", "MessageBody": "{% $states.context.Task.Token %}" }, "End": true }
                """;
        StateTestResult result =
                StateTest.of(state)
                        .mock(StateMock.result("{\"done\": true}"))
                        .context("{\"Task\": {\"Token\": \"t\"}}")
                        .inspectionLevel(InspectionLevel.DEBUG)
                        .run();

        assertThat(result.output()).isEqualTo(json("{\"done\": true}"));
        assertThat(data(result).at("/afterArguments/MessageBody").asString()).isEqualTo("t");
    }
}
