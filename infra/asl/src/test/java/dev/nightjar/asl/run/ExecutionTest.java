package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;
import static dev.nightjar.asl.run.Workbench.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

final class ExecutionTest {
    private static final String WAIT_A_YEAR =
            """
            "Wait": {"Type": "Wait", "Seconds": 31536000, "Next": "Done"}, "Done": {"Type": "Succeed"}
            """;

    private final Workbench bench = new Workbench();

    @Test
    void endsAtOnceThoughItWaitsAYear() throws Exception {
        ExecutionResult result = bench.run("Wait", WAIT_A_YEAR, "{'kept': true}");

        assertThat(result.output()).isEqualTo(json("{'kept': true}"));
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void timesOutAsAWhole() throws Exception {
        Execution execution =
                bench.startMachine(
                        Workbench.machine("Wait", WAIT_A_YEAR, "\"TimeoutSeconds\": 3600,"), "{}");
        ExecutionResult result = execution.await();

        assertThat(result.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(result.error()).isNull();
        assertThat(bench.elapsed(result)).isEqualTo(Duration.ofHours(1));
        assertThat(types(execution)).endsWith("WaitStateAborted", "ExecutionTimedOut");
    }

    @Test
    void isAbortedFromOutside() throws Exception {
        Execution execution = bench.start("Wait", WAIT_A_YEAR, "{}");
        execution.abort("Stopped", "by hand");
        ExecutionResult result = execution.await();

        assertThat(result.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(result.error()).isEqualTo("Stopped");
        execution.abort("Again", null);
        assertThat(execution.await()).isEqualTo(result);
    }

    @Test
    void givesTheSameHistoryForTheSameSeed() throws Exception {
        List<HistoryEvent> first = shaken();
        List<HistoryEvent> second = shaken();

        assertThat(first).isEqualTo(second).hasSizeGreaterThan(50);
    }

    private static List<HistoryEvent> shaken() throws InterruptedException {
        Workbench bench = new Workbench().taskConcurrency(4);
        bench.task(
                call -> {
                    bench.clock.sleep(Duration.ofSeconds(call.arguments().intValue() % 7));
                    if (call.retryCount() < 2) {
                        throw new TaskFailure("Transient", null);
                    }
                    return call.arguments();
                });
        Execution execution =
                bench.start(
                        "Each",
                        """
                        "Each": {"Type": "Map", "MaxConcurrency": 5, "End": true, "ItemProcessor": {
                          "StartAt": "Work", "States": {"Work": {"Type": "Task", "End": true,
                            "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5,
                            "Output": "{% $random() & $uuid() %}",
                            "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL", "MaxAttempts": 9}],
                            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Gone"}]},
                            "Gone": {"Type": "Succeed"}}}}
                        """,
                        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]");
        execution.await();
        return execution.history();
    }

    @Test
    void numbersItsEventsWithoutGaps() throws Exception {
        Execution execution =
                bench.start(
                        "A",
                        """
                        "A": {"Type": "Parallel", "End": true, "Branches": [
                          {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}},
                          {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}]}
                        """,
                        "{}");
        execution.await();

        List<HistoryEvent> history = execution.history();
        for (int i = 0; i < history.size(); i++) {
            assertThat(history.get(i).id()).isEqualTo(i + 1);
            assertThat(history.get(i).previousEventId()).isLessThan(i + 1);
        }
        assertThat(types(execution))
                .startsWith("ExecutionStarted", "ParallelStateEntered", "ParallelStateStarted")
                .endsWith("ParallelStateSucceeded", "ParallelStateExited", "ExecutionSucceeded");
    }

    @Test
    void failsWhenALoopFillsTheHistory() throws Exception {
        ExecutionResult result =
                bench.run("Loop", "\"Loop\": {\"Type\": \"Pass\", \"Next\": \"Loop\"}", "{}");

        assertThat(result.error()).isEqualTo("States.Runtime");
        assertThat(result.cause()).contains("25000");
    }

    @Test
    void stopsTheOtherBranchesWhenOneFails() throws Exception {
        Execution execution =
                bench.start(
                        "Both",
                        """
                        "Both": {"Type": "Parallel", "Next": "Never", "Branches": [
                            {"StartAt": "Slow", "States": {"Slow": {"Type": "Wait", "Seconds": 99, "End": true}}},
                            {"StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "Bad", "Cause": "x"}}}],
                          "Catch": [{"ErrorEquals": ["Bad"], "Next": "Caught"}]},
                        "Never": {"Type": "Succeed"}, "Caught": {"Type": "Succeed"}
                        """,
                        "{}");
        ExecutionResult result = execution.await();

        assertThat(result.output()).isEqualTo(json("{'Error': 'Bad', 'Cause': 'x'}"));
        assertThat(bench.elapsed(result)).isZero();
        assertThat(types(execution)).contains("WaitStateAborted");
    }

    @Test
    void namesStateEventFieldAndExpressionOfAFailure() throws Exception {
        ExecutionResult result =
                bench.run(
                        "Choose",
                        """
                        "Choose": {"Type": "Choice", "Choices": [
                          {"Condition": "{% $states.input.n %}", "Next": "Done"}]},
                        "Done": {"Type": "Succeed"}
                        """,
                        "{'n': 1}");

        assertThat(result.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(result.cause())
                .isEqualTo(
                        "An error occurred while executing the state 'Choose' (entered at the event"
                                + " id #2). The JSONata expression '$states.input.n' specified for the"
                                + " field 'Choices[0]/Condition' returned an unexpected result type."
                                + " Expected 'boolean', but was 'number' for value: 1");
    }

    @Test
    void saysThatNoChoiceMatched() throws Exception {
        ExecutionResult result =
                bench.run(
                        "Choose",
                        """
                        "Choose": {"Type": "Choice", "Choices": [{"Condition": false, "Next": "Done"}]},
                        "Done": {"Type": "Succeed"}
                        """,
                        "{}");

        assertThat(result.error()).isEqualTo("States.NoChoiceMatched");
    }

    @Test
    void refusesAnInputOfMoreThan256KiB() {
        String input = "'" + "x".repeat(256 << 10) + "'";

        assertThatThrownBy(() -> bench.start("Wait", WAIT_A_YEAR, input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("256 KiB");
    }

    @Test
    void breaksDownWithAListenerThatThrows() {
        Workbench broken = new Workbench();
        Engine engine =
                Engine.builder()
                        .clock(broken.clock)
                        .listener(
                                new ExecutionListener() {
                                    @Override
                                    public void happened(
                                            ExecutionIdentity execution, HistoryEvent event) {
                                        throw new IllegalStateException("disk full");
                                    }
                                })
                        .build();
        Execution execution =
                engine.start(
                        StateMachineParser.parse(Workbench.machine("Wait", WAIT_A_YEAR, ""))
                                .machineOrThrow(),
                        StartRequest.here("night", "run", json("{}")));

        assertThatThrownBy(execution::await)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("disk full");
    }

    @Test
    void runsHandlersAtOnceInRealTime() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        TaskHandler meet =
                call -> {
                    both.countDown();
                    both.await();
                    return call.arguments();
                };
        try (SystemClock clock = new SystemClock();
                Engine engine =
                        Engine.builder().clock(clock).handler(Workbench.TASK, meet).build()) {
            JsonNode output =
                    engine.start(
                                    StateMachineParser.parse(
                                                    Workbench.machine(
                                                            "Each",
                                                            """
                                                            "Each": {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig":
                                                              {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Work", "States": {
                                                              "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}}
                                                            """,
                                                            ""))
                                            .machineOrThrow(),
                                    StartRequest.here("night", "run", json("[1, 2]")))
                            .await()
                            .output();

            assertThat(output).isEqualTo(json("[1, 2]"));
        }
    }
}
