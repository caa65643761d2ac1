package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.SplittableRandom;

/** Tasks that start machines ("Start workflow executions from a task state", developer guide). */
final class NestedExecutionTest {
    private static final String CHILD = "arn:aws:states:here:000000000000:stateMachine:child";

    private static Execution start(String pattern, String fields, String childStates) {
        String parent =
                Workbench.machine(
                        "Start",
                        """
                        "Start": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::states:startExecution%s",
                          "Arguments": {"StateMachineArn": "%s", "Input": {"n": 7}, "Name": "one"} %s}
                        """
                                .formatted(pattern, CHILD, fields),
                        "");
        return Engine.builder()
                .clock(new VirtualClock())
                .random(new SplittableRandom(1))
                .machine(
                        CHILD,
                        StateMachineParser.parse(Workbench.machine("C", childStates, ""))
                                .machineOrThrow())
                .build()
                .start(
                        StateMachineParser.parse(parent).machineOrThrow(),
                        StartRequest.here("parent", "run", json("{}")));
    }

    private static JsonNode output(ExecutionResult result) {
        return requireNonNull(result.output(), "no output");
    }

    private static final String WAITS =
            """
            "C": {"Type": "Wait", "Seconds": 60, "Next": "D"},
            "D": {"Type": "Pass", "Output": {"got": "{% $states.input.n %}"}, "End": true}
            """;

    @Test
    void goesOnAtOnceWithoutAPattern() throws Exception {
        ExecutionResult result = start("", "", WAITS).await();

        assertThat(output(result).get("ExecutionArn").stringValue())
                .isEqualTo("arn:aws:states:here:000000000000:execution:child:one");
        assertThat(output(result).has("StartDate")).isTrue();
        assertThat(Duration.between(result.startedAt(), result.stoppedAt())).isZero();
    }

    @Test
    void waitsAndGivesTheOutputAsJson() throws Exception {
        Execution execution = start(".sync:2", "", WAITS);
        ExecutionResult result = execution.await();

        assertThat(output(result).get("Output")).isEqualTo(json("{'got': 7}"));
        assertThat(output(result).get("Input")).isEqualTo(json("{'n': 7}"));
        assertThat(output(result).get("Status").stringValue()).isEqualTo("SUCCEEDED");
        assertThat(Duration.between(result.startedAt(), result.stoppedAt()))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(Workbench.types(execution))
                .containsSubsequence("TaskStarted", "TaskSubmitted", "TaskSucceeded");
    }

    @Test
    void waitsAndGivesTheOutputAsText() throws Exception {
        ExecutionResult result = start(".sync", "", WAITS).await();

        assertThat(output(result).get("Output").stringValue()).isEqualTo("{\"got\":7}");
    }

    @Test
    void failsWhenTheNestedExecutionDoes() throws Exception {
        ExecutionResult result =
                start(
                                ".sync:2",
                                "",
                                "\"C\": {\"Type\": \"Fail\", \"Error\": \"Torn\", \"Cause\":"
                                        + " \"by hand\"}")
                        .await();

        assertThat(result.error()).isEqualTo("States.TaskFailed");
        JsonNode cause = JsonMapper.shared().readTree(result.cause());
        assertThat(cause.get("Error").stringValue()).isEqualTo("Torn");
        assertThat(cause.get("Cause").stringValue()).isEqualTo("by hand");
        assertThat(cause.get("Status").stringValue()).isEqualTo("FAILED");
        assertThat(cause.get("Name").stringValue()).isEqualTo("one");
    }

    @Test
    void stopsTheNestedExecutionWhenItsTimeIsUp() throws Exception {
        ExecutionResult result = start(".sync", ", \"TimeoutSeconds\": 5", WAITS).await();

        assertThat(result.error()).isEqualTo("States.Timeout");
    }

    @Test
    void namesAMachineThatIsNotThere() throws Exception {
        String parent =
                Workbench.machine(
                        "Start",
                        """
                        "Start": {"Type": "Task", "End": true,
                          "Resource": "arn:aws:states:::states:startExecution",
                          "Arguments": {"StateMachineArn": "arn:aws:states:here:0:stateMachine:none"}}
                        """,
                        "");
        ExecutionResult result =
                Engine.builder()
                        .clock(new VirtualClock())
                        .machine(CHILD, StateMachineParser.parse(parent).machineOrThrow())
                        .build()
                        .start(
                                StateMachineParser.parse(parent).machineOrThrow(),
                                StartRequest.here("parent", "run", json("{}")))
                        .await();

        assertThat(result.error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
        assertThat(result.cause()).contains("State Machine Does Not Exist", "Status Code: 400");
    }
}
