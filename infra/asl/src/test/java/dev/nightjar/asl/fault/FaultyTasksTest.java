package dev.nightjar.asl.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.VirtualClock;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class FaultyTasksTest {
    private static final String RETRY =
            """
            "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "BackoffRate": 1}],
            """;

    private final VirtualClock clock = new VirtualClock();
    private final List<TaskCall> calls = new ArrayList<>();
    private List<EventType> events = List.of();

    private FaultyTasks faults(Target target, Effect effect) {
        return new FaultyTasks(List.of(new Fault(target, effect)));
    }

    private ExecutionResult run(FaultyTasks faults, String fields) throws InterruptedException {
        return runMachine(faults, task(fields), "{}");
    }

    private static String task(String fields) {
        return """
        "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", %s "End": true}
        """
                .formatted(fields);
    }

    private ExecutionResult runMachine(FaultyTasks faults, String states, String input)
            throws InterruptedException {
        String startAt = states.substring(1, states.indexOf('"', 1));
        String machine =
                """
                {"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}
                """
                        .formatted(startAt, states);
        Engine engine =
                Engine.builder()
                        .clock(clock)
                        .handler(
                                "arn:aws:states:::lambda:invoke",
                                call -> {
                                    calls.add(call);
                                    return JsonNodeFactory.instance.numberNode(calls.size());
                                })
                        .around(faults)
                        .build();
        Execution execution =
                engine.start(
                        StateMachineParser.parse(machine).machineOrThrow(),
                        StartRequest.here(
                                "machine", "execution", JsonMapper.shared().readTree(input)));
        ExecutionResult result = execution.await();
        events = execution.history().stream().map(HistoryEvent::type).toList();
        return result;
    }

    private static Duration elapsed(ExecutionResult result) {
        return Duration.between(result.startedAt(), result.stoppedAt());
    }

    @Test
    void failsBeforeTheHandlerIsCalled() throws Exception {
        ExecutionResult result =
                run(faults(Target.every("Work"), new Effect.FailBefore("Lost", "gone")), "");

        assertThat(result.error()).isEqualTo("Lost");
        assertThat(result.cause()).isEqualTo("gone");
        assertThat(calls).isEmpty();
    }

    @Test
    void failsAfterTheHandlerHasDoneItsWork() throws Exception {
        ExecutionResult result =
                run(faults(Target.every("Work"), new Effect.FailAfter("Lost", null)), "");

        assertThat(result.error()).isEqualTo("Lost");
        assertThat(calls).hasSize(1);
    }

    @Test
    void happensAtTheAttemptAlone() throws Exception {
        FaultyTasks faults =
                faults(Target.every("Work").withAttempt(1), new Effect.FailBefore("Lost", null));

        ExecutionResult result = run(faults, RETRY);

        assertThat(result.succeeded()).isTrue();
        assertThat(calls).extracting(TaskCall::retryCount).containsExactly(1);
    }

    @Test
    void happensAtTheRetryAlone() throws Exception {
        FaultyTasks faults =
                new FaultyTasks(
                        List.of(
                                new Fault(
                                        Target.every("Work").withRetry(0),
                                        new Effect.FailAfter("Lost", null)),
                                new Fault(
                                        Target.every("Work").withRetry(1),
                                        new Effect.FailAfter("Lost", null))));

        ExecutionResult result = run(faults, RETRY);

        assertThat(result.succeeded()).isTrue();
        assertThat(calls).extracting(TaskCall::retryCount).containsExactly(0, 1, 2);
    }

    @Test
    void happensAtTheItemAlone() throws Exception {
        FaultyTasks faults =
                faults(Target.every("Work").withItem(1), new Effect.FailBefore("Lost", null));

        ExecutionResult result = runMachine(faults, each(), "[7, 8, 9]");

        assertThat(result.error()).isEqualTo("Lost");
        assertThat(faults.fired().values()).containsExactly(1L);
    }

    @Test
    void countsTheAttemptsOfEachItemAlone() throws Exception {
        FaultyTasks faults =
                faults(Target.every("Work").withAttempt(2), new Effect.FailBefore("Lost", null));

        ExecutionResult result = runMachine(faults, each(), "[7, 8, 9]");

        assertThat(result.succeeded()).isTrue();
        assertThat(calls).hasSize(3);
    }

    private static String each() {
        return """
        "All": {"Type": "Map", "End": true,
          "ItemProcessor": {"StartAt": "Work", "States": {%s}}}
        """
                .formatted(task(""));
    }

    @Test
    void delaysInTheEnginesTime() throws Exception {
        ExecutionResult result =
                run(faults(Target.every("Work"), new Effect.Delay(Duration.ofHours(5))), "");

        assertThat(result.succeeded()).isTrue();
        assertThat(elapsed(result)).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void timesOutBeforeADelayedHandlerIsCalled() throws Exception {
        ExecutionResult result =
                run(
                        faults(Target.every("Work"), new Effect.Delay(Duration.ofHours(5))),
                        "\"TimeoutSeconds\": 60,");

        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(elapsed(result)).isEqualTo(Duration.ofMinutes(1));
        assertThat(calls).isEmpty();
    }

    @Test
    void dropsAnAnswerThatComesTooLate() throws Exception {
        ExecutionResult result =
                run(
                        faults(Target.every("Work"), new Effect.AnswerLate(Duration.ofHours(5))),
                        "\"TimeoutSeconds\": 60,");

        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(calls).hasSize(1);
        assertThat(events).doesNotContain(EventType.TASK_SUCCEEDED);
    }

    @Test
    void callsTheHandlerTwiceAndTakesTheSecondAnswer() throws Exception {
        ExecutionResult result = run(faults(Target.every("Work"), new Effect.AnswerTwice()), "");

        assertThat(result.output()).isEqualTo(JsonNodeFactory.instance.numberNode(2));
        assertThat(events).containsOnlyOnce(EventType.TASK_SUCCEEDED);
    }

    @Test
    void answersMoreThanStatesMayHandOn() throws Exception {
        Effect effect = new Effect.TooLarge(Effect.Limit.STATES);

        ExecutionResult result = run(faults(Target.every("Work"), effect), RETRY);

        assertThat(result.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(calls).hasSize(1);
    }

    @Test
    void answersMoreThanAFunctionMay() throws Exception {
        Effect effect = new Effect.TooLarge(Effect.Limit.LAMBDA);

        ExecutionResult result = run(faults(Target.every("Work"), effect), "");

        assertThat(result.error()).isEqualTo("Function.ResponseSizeTooLarge");
        assertThat(calls).hasSize(1);
    }

    @Test
    void knowsAFunctionByItsNameOrArn() throws Exception {
        String arguments =
                """
                "Arguments": {"FunctionName": "arn:aws:lambda:here:000000000000:function:Charge:1"},
                """;
        Target byName = new Target("Work", null, null, "Charge", null, null);
        Target byOther = new Target("Work", null, null, "Char", null, null);

        assertThat(run(faults(byName, new Effect.FailBefore("Lost", null)), arguments).error())
                .isEqualTo("Lost");
        assertThat(run(faults(byOther, new Effect.FailBefore("Lost", null)), arguments).error())
                .isNull();
    }

    @Test
    void laysSeveralFaultsAroundEachOther() throws Exception {
        FaultyTasks faults =
                new FaultyTasks(
                        List.of(
                                new Fault(
                                        Target.every("Work"),
                                        new Effect.Delay(Duration.ofSeconds(7))),
                                new Fault(
                                        Target.every("Work"),
                                        new Effect.FailBefore("Lost", null))));

        ExecutionResult result = run(faults, "");

        assertThat(result.error()).isEqualTo("Lost");
        assertThat(elapsed(result)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void countsWhatHappenedAndWhatNeverDid() throws Exception {
        Fault often = new Fault(Target.every("Work"), new Effect.FailBefore("Lost", null));
        Fault never = new Fault(Target.every("Play"), new Effect.AnswerTwice());
        FaultyTasks faults = new FaultyTasks(List.of(often, never));

        run(faults, RETRY);

        assertThat(faults.fired()).containsEntry(often, 4L).containsEntry(never, 0L);
        assertThat(faults.neverFired()).containsExactly(never);
        assertThat(never).hasToString("answer-twice at Play");
    }
}
