package dev.nightjar.asl.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.Execution;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/**
 * 1,000 executions at once in one engine, in real time; no handler answers before all have begun.
 */
final class ManyExecutionsTest {
    private static final int EXECUTIONS = 1_000;
    private static final int EVERY = 10;

    private static final StateMachine MACHINE =
            StateMachineParser.parse(
                            """
                            {"QueryLanguage": "JSONata", "StartAt": "Double", "States": {
                              "Double": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                "Assign": {"doubled": "{% $states.result %}"}, "Next": "Each",
                                "Catch": [{"ErrorEquals": ["Tenth"], "Output": "caught", "Next": "Broken"}]},
                              "Each": {"Type": "Map", "Items": "{% [1, 2] %}", "Next": "Both",
                                "ItemProcessor": {"StartAt": "Add", "States": {"Add": {"Type": "Pass",
                                  "Output": "{% $doubled + $states.input %}", "End": true}}}},
                              "Both": {"Type": "Parallel", "End": true, "Branches": [
                                {"StartAt": "Sum", "States": {"Sum": {"Type": "Pass",
                                  "Output": "{% $sum($states.input) %}", "End": true}}},
                                {"StartAt": "Again", "States": {"Again": {"Type": "Task",
                                  "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $doubled %}", "End": true}}}]},
                              "Broken": {"Type": "Fail", "Error": "Tenth", "Cause": "{% $states.context.Execution.Name %}"}}}
                            """)
                    .machineOrThrow();

    private static final List<Execution> PLAYED = new ArrayList<>();
    private static final List<ExecutionResult> RESULTS = new ArrayList<>();
    private static boolean allRanAtOnce;

    @BeforeAll
    static void play() throws InterruptedException {
        CountDownLatch allHaveBegun = new CountDownLatch(1);
        try (Engine engine =
                Engine.builder()
                        .handler(
                                "arn:aws:states:::lambda:invoke",
                                call -> {
                                    allHaveBegun.await();
                                    return doubled(call);
                                })
                        .build()) {
            for (int i = 0; i < EXECUTIONS; i++) {
                JsonNode input = JsonNodeFactory.instance.numberNode(i);
                PLAYED.add(engine.start(MACHINE, StartRequest.here("many", "run-" + i, input)));
            }
            allRanAtOnce =
                    PLAYED.stream().allMatch(each -> each.status() == ExecutionStatus.RUNNING);
            allHaveBegun.countDown();
            for (Execution execution : PLAYED) {
                RESULTS.add(execution.await());
            }
        }
    }

    private static JsonNode doubled(TaskCall call) throws TaskFailure {
        int number = call.arguments().intValue();
        if (call.stateName().equals("Double") && number % EVERY == 0) {
            throw new TaskFailure("Tenth", null);
        }
        return JsonNodeFactory.instance.numberNode(2 * number);
    }

    @Test
    void allRunAtOnce() {
        assertThat(allRanAtOnce).isTrue();
    }

    @Test
    void eachEndsAsItsInputSays() {
        for (int i = 0; i < EXECUTIONS; i++) {
            ExecutionResult result = RESULTS.get(i);
            if (i % EVERY == 0) {
                assertThat(result.error()).isEqualTo("Tenth");
                assertThat(result.cause()).isEqualTo("run-" + i);
            } else {
                assertThat(result.output()).hasToString("[" + (4 * i + 3) + "," + (4 * i) + "]");
            }
        }
    }

    @Test
    void eachHasAHistoryOfItsOwn() {
        for (int i = 0; i < EXECUTIONS; i++) {
            List<HistoryEvent> history = PLAYED.get(i).history();
            assertThat(history.getFirst().details().path("input").intValue()).isEqualTo(i);
            assertThat(history)
                    .extracting(HistoryEvent::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, history.size()).boxed().toList());
            assertThat(history.getLast().type())
                    .isEqualTo(
                            i % EVERY == 0
                                    ? EventType.EXECUTION_FAILED
                                    : EventType.EXECUTION_SUCCEEDED);
            assertThat(statesEntered(history)).isEqualTo(i % EVERY == 0 ? 2 : 7);
        }
    }

    private static long statesEntered(List<HistoryEvent> history) {
        return history.stream()
                .filter(event -> event.type().awsName().endsWith("StateEntered"))
                .count();
    }
}
