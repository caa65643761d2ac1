package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;
import static dev.nightjar.asl.run.Workbench.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

final class TaskTest {
    private static final String DATA_UNFIT = "dev.nightjar.core.error.DataUnfit";

    private final Workbench bench = new Workbench();

    @Test
    void handsTheContextToItsHandler() throws Exception {
        bench.run(
                "ClaimSlot",
                """
                "ClaimSlot": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Arguments": {"FunctionName": "${ClaimSlotFunction}", "Payload":
                    "{% $merge([$states.input, {'task': {'state': $states.context.State.Name,
                      'execution': $states.context.Execution.Id,
                      'retry': $states.context.State.RetryCount,
                      'redrive': $states.context.Execution.RedriveCount}}]) %}"}}
                """
                        .replaceAll("\\n +'", " '"),
                "{'slot': 1}");

        TaskCall call = bench.calls.getFirst();
        assertThat(call.stateName()).isEqualTo("ClaimSlot");
        assertThat(call.arguments())
                .isEqualTo(
                        json(
                                "{'FunctionName': '${ClaimSlotFunction}', 'Payload': {'slot': 1,"
                                        + " 'task': {'state': 'ClaimSlot', 'execution':"
                                        + " 'arn:aws:states:here:000000000000:execution:night:run',"
                                        + " 'retry': 0, 'redrive': 0}}}"));
    }

    @Test
    void retriesWithBackoffUpToMaxDelay() throws Exception {
        bench.task(_ -> failing("Transient"));

        ExecutionResult result =
                bench.run(
                        "Work",
                        task(
                                """
                                "Retry": [{"ErrorEquals": ["Transient"], "IntervalSeconds": 2,
                                  "BackoffRate": 3, "MaxAttempts": 4, "MaxDelaySeconds": 20}]
                                """),
                        "{}");

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo("Transient");
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofSeconds(2 + 6 + 18 + 20));
        assertThat(bench.calls).extracting(TaskCall::retryCount).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void jittersBetweenNothingAndTheWholeDelay() throws Exception {
        bench.task(_ -> failing("Transient"));

        ExecutionResult result =
                bench.run(
                        "Work",
                        task(
                                """
                                "Retry": [{"ErrorEquals": ["Transient"], "IntervalSeconds": 100,
                                  "MaxAttempts": 1, "JitterStrategy": "FULL"}]
                                """),
                        "{}");

        assertThat(bench.elapsed(result)).isPositive().isLessThan(Duration.ofSeconds(100));
    }

    @Test
    void countsTheRetriesOfEachElementAlone() throws Exception {
        bench.task(call -> failing(call.retryCount() % 2 == 0 ? "One" : "Other"));

        bench.run(
                "Work",
                task(
                        """
                        "Retry": [{"ErrorEquals": ["One"], "MaxAttempts": 2},
                                  {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]
                        """),
                "{}");

        assertThat(bench.calls).hasSize(4);
    }

    @Test
    void catchesByClassNameAndAssigns() throws Exception {
        bench.task(_ -> failing(DATA_UNFIT));

        ExecutionResult result =
                bench.run(
                        "Work",
                        task(
                                        """
                                        "Catch": [{"ErrorEquals": ["dev.nightjar.core.error.DataUnfit"],
                                          "Assign": {"why": "{% $states.errorOutput.Error %}"},
                                          "Output": {"seen": "{% $states.input.n %}"}, "Next": "After"}]
                                        """)
                                + """
                                , "After": {"Type": "Pass", "End": true,
                                    "Output": {"why": "{% $why %}", "seen": "{% $states.input.seen %}"}}
                                """,
                        "{'n': 7}");

        assertThat(result.output()).isEqualTo(json("{'why': '" + DATA_UNFIT + "', 'seen': 7}"));
    }

    @Test
    void givesTheErrorOutputOnWhenACatchHasNone() throws Exception {
        bench.task(_ -> failing("Broken"));

        ExecutionResult result =
                bench.run(
                        "Work",
                        task(
                                        """
                                        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After"}]
                                        """)
                                + ", \"After\": {\"Type\": \"Pass\", \"End\": true}",
                        "{}");

        assertThat(result.output()).isEqualTo(json("{'Error': 'Broken', 'Cause': 'because'}"));
    }

    @Test
    void timesOutInterruptsAndDropsTheLateAnswer() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        bench.task(
                call -> {
                    try {
                        bench.clock.sleep(Duration.ofHours(1));
                    } catch (InterruptedException _) {
                        interrupted.set(true);
                    }
                    return call.arguments();
                });

        Execution execution =
                bench.start(
                        "Work",
                        task(
                                        """
                                        "TimeoutSeconds": "{% 20 + 10 %}",
                                        "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "After"}]
                                        """)
                                + ", \"After\": {\"Type\": \"Wait\", \"Seconds\": 1, \"End\":"
                                + " true}",
                        "{}");
        ExecutionResult result = execution.await();

        assertThat(result.output()).isEqualTo(json("{'Error': 'States.Timeout', 'Cause': ''}"));
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofSeconds(31));
        assertThat(types(execution)).contains("TaskTimedOut").doesNotContain("TaskSucceeded");
        assertThat(interrupted).isTrue();
    }

    @Test
    void goesOnWhileAZombieSleepsOn() throws Exception {
        bench.taskConcurrency(1)
                .task(
                        call -> {
                            if (call.retryCount() == 0) {
                                sleepThroughInterrupts(Duration.ofDays(1));
                            }
                            return call.arguments();
                        });

        Execution execution =
                bench.start(
                        "Work",
                        task(
                                """
                                "TimeoutSeconds": 10,
                                "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 1}]
                                """),
                        "{}");
        ExecutionResult result = execution.await();

        assertThat(result.succeeded()).isTrue();
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofSeconds(11));
        assertThat(types(execution)).containsOnlyOnce("TaskSucceeded");
    }

    @Test
    void makesAnyOtherExceptionATaskFailure() throws Exception {
        bench.task(
                _ -> {
                    throw new IllegalStateException("torn");
                });

        ExecutionResult result = bench.run("Work", task("\"Comment\": \"\""), "{}");

        assertThat(result.error()).isEqualTo("States.TaskFailed");
        assertThat(result.cause()).contains("IllegalStateException: torn");
    }

    @Test
    void refusesAResultOfMoreThan256KiB() throws Exception {
        bench.task(_ -> JsonNodeFactory.instance.stringNode("x".repeat(256 << 10)));

        ExecutionResult result =
                bench.run(
                        "Work",
                        task(
                                        "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\":"
                                                + " \"After\"}]")
                                + ", \"After\": {\"Type\": \"Succeed\"}",
                        "{}");

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(result.cause()).startsWith("The state/task 'lambda' returned a result");
    }

    @Test
    void takesAResultOfExactly256KiB() throws Exception {
        bench.task(_ -> JsonNodeFactory.instance.stringNode("x".repeat((256 << 10) - 2)));

        assertThat(bench.run("Work", task("\"Comment\": \"\""), "{}").succeeded()).isTrue();
    }

    @Test
    void refusesAValueThatGrowsDeeperWithoutEnd() throws Exception {
        ExecutionResult result =
                bench.run(
                        "Again",
                        """
                        "Again": {"Type": "Pass", "Output": {"deeper": "{% $states.input %}"}, "Next": "Again"}
                        """,
                        "{}");

        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void isNotStartedWithoutAHandler() {
        String machine =
                Workbench.machine(
                        "Work",
                        """
                        "Work": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}
                        """,
                        "");

        assertThatThrownBy(() -> bench.startMachine(machine, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arn:aws:states:::sqs:sendMessage");
        assertThat(StateMachineParser.parse(machine).problems()).isEmpty();
    }

    @Test
    void runsNoMoreHandlersAtOnceThanAllowed() throws Exception {
        List<Integer> atWork = new ArrayList<>();
        List<TaskCall> now = new ArrayList<>();
        bench.taskConcurrency(3)
                .task(
                        call -> {
                            now.add(call);
                            atWork.add(now.size());
                            bench.clock.sleep(Duration.ofSeconds(10));
                            now.remove(call);
                            return call.arguments();
                        });

        ExecutionResult result =
                bench.run(
                        "All",
                        """
                        "All": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Work", "States": {
                          "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "TimeoutSeconds": 15, "End": true}}}}
                        """,
                        "[1, 2, 3, 4, 5, 6, 7, 8, 9]");

        assertThat(result.output()).isEqualTo(json("[1, 2, 3, 4, 5, 6, 7, 8, 9]"));
        assertThat(atWork).hasSize(9).allMatch(count -> count <= 3).contains(3);
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofSeconds(30));
    }

    private void sleepThroughInterrupts(Duration duration) {
        try {
            bench.clock.sleep(duration);
        } catch (InterruptedException _) {
            sleepThroughInterrupts(duration);
        }
    }

    private static JsonNode failing(String error) throws TaskFailure {
        throw new TaskFailure(error, "because");
    }

    private static String task(String fields) {
        String end =
                fields.contains("\"Next\": \"After\"") ? "\"Next\": \"After\"" : "\"End\": true";
        return """
        "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", %s, %s}
        """
                .formatted(end, fields);
    }
}
