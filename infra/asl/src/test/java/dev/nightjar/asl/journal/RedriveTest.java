package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;
import static dev.nightjar.asl.journal.DurableWorkbench.types;
import static dev.nightjar.asl.journal.Machines.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.asl.run.TaskFailure;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class RedriveTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final String TASK =
            """
            {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work", "End": true,
             "Arguments": {"key": "%s"}, "Output": "{%% $states.result.key %%}"}
            """;

    /** What the tasks of these names do: fail. */
    private final Set<String> broken = new HashSet<>();

    private final MemoryJournals journals = new MemoryJournals();
    private final DurableWorkbench bench = process(START);

    private DurableWorkbench process(Instant now) {
        return new DurableWorkbench(
                journals,
                now,
                call -> {
                    String key = call.arguments().path("key").asString("");
                    if (broken.contains(key)) {
                        throw new TaskFailure("Broken", key);
                    }
                    return call.arguments();
                });
    }

    private Execution redrive() {
        return redrive(START.plus(Duration.ofDays(1)));
    }

    private DurableWorkbench second = bench;

    private Execution redrive(Instant now) {
        broken.clear();
        second = process(now);
        return second.engine.redrive(ARN);
    }

    private static JsonNode output(ExecutionResult result) {
        return requireNonNull(result.output(), result.toString());
    }

    private static HistoryEvent last(Execution execution, EventType type) {
        return execution.history().stream()
                .filter(event -> event.type() == type)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static long count(Execution execution, EventType type) {
        return execution.history().stream().filter(event -> event.type() == type).count();
    }

    private StateMachine twoTasks() {
        return Machines.of(
                "First",
                """
                "First": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                  "Arguments": {"key": "first"}, "Assign": {"kept": "{% $states.result.key %}"}, "Next": "Second"},
                "Second": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                  "Arguments": {"key": "second"}, "End": true,
                  "Retry": [{"ErrorEquals": ["Broken"], "MaxAttempts": 1}],
                  "Output": {"kept": "{% $kept %}", "execution": "{% $states.context.Execution %}",
                    "entered": "{% $states.context.State.EnteredTime %}"}}
                """);
    }

    @Test
    void callsOnlyTheFailedTaskAgain() throws Exception {
        broken.add("second");
        bench.start(twoTasks()).await();

        Execution execution = redrive();

        assertThat(output(execution.await()).get("kept")).isEqualTo(json("'first'"));
        assertThat(bench.calls).containsExactly("first 0", "second 0", "second 1");
        assertThat(second.calls).containsExactly("second 0");
    }

    @Test
    void countsRetriesAnew() throws Exception {
        broken.add("second");
        bench.start(twoTasks()).await();
        DurableWorkbench still = process(START);

        Execution execution = still.engine.redrive(ARN);

        assertThat(execution.await().status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(still.calls).containsExactly("second 0", "second 1");
    }

    @Test
    void goesOnFromTheStateEntryAsRecordedOnAws() throws Exception {
        broken.add("second");
        Execution first = bench.start(twoTasks());
        first.await();
        long failed = last(first, EventType.EXECUTION_FAILED).id();
        long entered = last(first, EventType.TASK_STATE_ENTERED).id();

        Execution execution = redrive();
        execution.await();

        HistoryEvent redriven = last(execution, EventType.EXECUTION_REDRIVEN);
        assertThat(redriven.id()).isEqualTo(failed + 1);
        assertThat(redriven.previousEventId()).isEqualTo(failed);
        assertThat(redriven.details()).isEqualTo(json("{'redriveCount': 1}"));
        assertThat(last(execution, EventType.TASK_SCHEDULED).previousEventId()).isEqualTo(entered);
        assertThat(count(execution, EventType.TASK_STATE_ENTERED)).isEqualTo(2);
    }

    @Test
    void tellsTheContextOfItsRedrives() throws Exception {
        broken.add("second");
        bench.start(twoTasks()).await();
        DurableWorkbench again = process(START.plusSeconds(60));
        again.engine.redrive(ARN).await();

        ExecutionResult result = redrive(START.plusSeconds(120)).await();

        JsonNode context = output(result).get("execution");
        assertThat(context.get("RedriveCount").intValue()).isEqualTo(2);
        assertThat(context.get("RedriveTime").stringValue()).isEqualTo("2026-03-01T00:02:00.000Z");
        assertThat(context.get("StartTime").stringValue()).isEqualTo("2026-03-01T00:00:00.000Z");
        assertThat(output(result).get("entered").stringValue())
                .isEqualTo("2026-03-01T00:00:00.000Z");
    }

    @Test
    void failsAgainInAFailStateWithoutASecondEntry() throws Exception {
        StateMachine machine =
                Machines.of("Stop", "\"Stop\": {\"Type\": \"Fail\", \"Error\": \"No\"}");
        bench.start(machine).await();

        Execution execution = redrive();

        assertThat(execution.await().error()).isEqualTo("No");
        assertThat(types(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "FailStateEntered",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "ExecutionFailed");
        assertThat(last(execution, EventType.EXECUTION_FAILED).previousEventId()).isEqualTo(4);
    }

    @Test
    void asksAChoiceAgain() throws Exception {
        StateMachine machine =
                Machines.of(
                        "Which",
                        """
                        "Which": {"Type": "Choice", "Choices": [{"Next": "Done",
                          "Condition": "{% $states.context.Execution.RedriveCount > 0 %}"}]},
                        "Done": {"Type": "Succeed"}
                        """);
        assertThat(bench.start(machine).await().error()).isEqualTo("States.NoChoiceMatched");

        assertThat(redrive().await().succeeded()).isTrue();
    }

    @Test
    void waitsForSecondsAgainAndNotForATimeThatIsPast() throws Exception {
        for (String wait : List.of("\"Seconds\": 100", "\"Timestamp\": \"2026-03-01T00:01:40Z\"")) {
            MemoryJournals own = new MemoryJournals();
            DurableWorkbench first = new DurableWorkbench(own, START);
            StateMachine machine =
                    Machines.of(
                            "Rest",
                            "\"Rest\": {\"Type\": \"Wait\", " + wait + ", \"End\": true}",
                            "\"TimeoutSeconds\": 60,");
            assertThat(first.start(machine).await().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            Instant later = START.plusSeconds(1000);

            ExecutionResult result = new DurableWorkbench(own, later).engine.redrive(ARN).await();

            if (wait.contains("Seconds")) {
                assertThat(result.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
                assertThat(result.stoppedAt()).isEqualTo(later.plusSeconds(60));
            } else {
                assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
                assertThat(result.stoppedAt()).isEqualTo(later);
            }
        }
    }

    @Test
    void redrivesOnlyTheUnsuccessfulBranches() throws Exception {
        broken.add("b");
        StateMachine machine =
                Machines.of(
                        "Both",
                        """
                        "Both": {"Type": "Parallel", "End": true, "Branches": [
                          {"StartAt": "A", "States": {"A": %s}},
                          {"StartAt": "B", "States": {"B": %s}},
                          {"StartAt": "C", "States": {
                            "C": {"Type": "Wait", "Seconds": 9, "Next": "D"}, "D": %s}}]}
                        """
                                .formatted(
                                        TASK.formatted("a"),
                                        TASK.formatted("b"),
                                        TASK.formatted("d")));
        Execution first = bench.start(machine);
        assertThat(first.await().error()).isEqualTo("Broken");

        Execution execution = redrive();

        assertThat(execution.await().output()).isEqualTo(json("['a', 'b', 'd']"));
        assertThat(second.calls).containsExactly("b 0", "d 0");
        assertThat(count(execution, EventType.PARALLEL_STATE_STARTED)).isEqualTo(1);
        assertThat(count(execution, EventType.WAIT_STATE_ENTERED)).isEqualTo(1);
    }

    @Test
    void runsAllBranchesAgainWhenTheirResultWasTooLarge() throws Exception {
        String big =
                "{% $join([1..40000].($string($states.context.Execution.RedriveCount = 0 ?"
                        + " 1000 : 1))) %}";
        StateMachine machine =
                Machines.of(
                        "Both",
                        """
                        "Both": {"Type": "Parallel", "End": true, "Branches": [
                          {"StartAt": "A", "States": {"A": %s}},
                          {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true, "Output": "%s"}}},
                          {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true, "Output": "%s"}}}]}
                        """
                                .formatted(TASK.formatted("a"), big, big));
        assertThat(bench.start(machine).await().error()).isEqualTo("States.DataLimitExceeded");

        assertThat(redrive().await().succeeded()).isTrue();
        assertThat(second.calls).containsExactly("a 0");
    }

    private static StateMachine map(String more, String processorConfig) {
        return Machines.of(
                "Each",
                """
                "Each": {"Type": "Map", "Items": [0, 1, 2, 3, 4, 5], %s "Next": "After",
                  "ItemProcessor": {%s "StartAt": "One", "States": {
                    "One": {"Type": "Pass", "Assign": {"mine": "{%% $states.input %%}"}, "Next": "Two"},
                    "Two": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:batch:work",
                      "Arguments": {"key": "{%% 'item' & $mine %%}"},
                      "Output": "{%% $states.result.key %%}", "End": true}}}},
                "After": {"Type": "Pass", "End": true}
                """
                        .formatted(more, processorConfig));
    }

    private static final String DISTRIBUTED =
            "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"},";

    @Test
    void redrivesOnlyTheUnsuccessfulIterationsAndStartsTheOthers() throws Exception {
        broken.add("item1");
        bench.start(map("\"MaxConcurrency\": 1,", "")).await();

        Execution execution = redrive();

        assertThat(execution.await().output())
                .isEqualTo(json("['item0', 'item1', 'item2', 'item3', 'item4', 'item5']"));
        assertThat(bench.calls).containsExactly("item0 0", "item1 0");
        assertThat(second.calls)
                .containsExactly("item1 0", "item2 0", "item3 0", "item4 0", "item5 0");
        assertThat(count(execution, EventType.MAP_ITERATION_STARTED)).isEqualTo(6);
        assertThat(count(execution, EventType.MAP_STATE_STARTED)).isEqualTo(1);
    }

    @Test
    void redrivesOnlyTheUnsuccessfulChildrenOfADistributedMap() throws Exception {
        broken.addAll(List.of("item1", "item4"));
        Execution first =
                bench.start(
                        map("\"MaxConcurrency\": 2, \"ToleratedFailureCount\": 1,", DISTRIBUTED));
        assertThat(first.await().error()).isEqualTo("States.ExceedToleratedFailureThreshold");

        Execution execution = redrive();

        assertThat(execution.await().output())
                .isEqualTo(json("['item0', 'item1', 'item2', 'item3', 'item4', 'item5']"));
        assertThat(second.calls)
                .contains("item1 0", "item4 0")
                .doesNotContain("item0 0", "item2 0");
        HistoryEvent redriven = last(execution, EventType.MAP_RUN_REDRIVEN);
        assertThat(redriven.details().get("redriveCount").intValue()).isEqualTo(1);
        assertThat(redriven.previousEventId())
                .isEqualTo(last(execution, EventType.MAP_STATE_STARTED).id());
        assertThat(count(execution, EventType.MAP_RUN_STARTED)).isEqualTo(1);
        assertThat(execution.mapRuns())
                .singleElement()
                .satisfies(
                        run -> {
                            assertThat(run.status().name()).isEqualTo("SUCCEEDED");
                            assertThat(run.redriveCount()).isEqualTo(1);
                            assertThat(run.executionCounts().succeeded()).isEqualTo(6);
                            assertThat(run.executionCounts().total()).isEqualTo(6);
                        });
    }

    @Test
    void continuesEveryUnsuccessfulChildWhereItFailed() throws Exception {
        broken.addAll(List.of("item1", "item2", "item3", "item4"));
        bench.start(map("\"MaxConcurrency\": 1, \"ToleratedFailureCount\": 3,", DISTRIBUTED))
                .await();

        Execution execution = redrive();

        assertThat(execution.await().succeeded()).isTrue();
        assertThat(second.calls)
                .containsExactly("item1 0", "item2 0", "item3 0", "item4 0", "item5 0");
        assertThat(second.childEvents("ExecutionStarted")).isEqualTo(1);
        assertThat(second.childEvents("PassStateEntered")).isEqualTo(1);
        assertThat(second.childEvents("ExecutionRedriven")).isEqualTo(4);
    }

    @Test
    void givesATimedOutExecutionAllOfItsTimeAgain() throws Exception {
        StateMachine machine =
                Machines.of(
                        "A",
                        """
                        "A": {"Type": "Wait", "Seconds": 40, "Next": "B"},
                        "B": {"Type": "Wait", "Seconds": 40, "End": true}
                        """,
                        "\"TimeoutSeconds\": 60,");
        assertThat(bench.start(machine).await().status()).isEqualTo(ExecutionStatus.TIMED_OUT);

        assertThat(redrive().await().succeeded()).isTrue();
    }

    @Test
    void refusesWhatSucceeded() throws Exception {
        bench.start(twoTasks()).await();

        assertRefused(START, "Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void refusesAfterFourteenDays() throws Exception {
        broken.add("second");
        Instant end = bench.start(twoTasks()).await().stoppedAt();

        assertRefused(
                end.plus(Duration.ofDays(14)).plusMillis(1),
                "Execution redrivable period exceeded");
        assertThat(redrive(end.plus(Duration.ofDays(14))).await().succeeded()).isTrue();
    }

    @Test
    void refusesWhatIsInterruptedUntilItIsAborted() throws Exception {
        broken.add("second");
        bench.start(twoTasks()).await();
        MemoryJournals killed = journals.killedAfter(ARN, journals.steps(ARN) - 1);
        DurableWorkbench next = new DurableWorkbench(killed, START);

        assertThatThrownBy(() -> next.engine.redrive(ARN))
                .hasMessage(
                        "ExecutionNotRedrivable: Execution "
                                + ARN
                                + " invalid for redrive as: Execution is RUNNING and cannot be"
                                + " redriven");
        next.engine.abort(ARN, "Stopped", "by hand");

        Execution execution = next.engine.redrive(ARN);
        assertThat(execution.await().succeeded()).isTrue();
        assertThat(types(execution)).contains("TaskStateAborted", "ExecutionAborted");
        assertThat(next.calls).containsExactly("second 0");
    }

    @Test
    void refusesAHistoryThatIsFull() throws Exception {
        StateMachine machine =
                Machines.of(
                        "A",
                        """
                        "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}
                        """);
        assertThat(bench.start(machine).await().status()).isEqualTo(ExecutionStatus.FAILED);

        assertRefused(START, "Execution history event limit exceeded");
    }

    private void assertRefused(Instant now, String reason) {
        assertThatThrownBy(() -> process(now).engine.redrive(ARN))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(
                                                RefusedException.Reason.EXECUTION_NOT_REDRIVABLE))
                .hasMessageEndingWith("invalid for redrive as: " + reason);
    }
}
