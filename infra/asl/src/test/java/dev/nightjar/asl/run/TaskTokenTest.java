package dev.nightjar.asl.run;

import static dev.nightjar.asl.run.Workbench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/** Tasks that wait for their token ("Wait for a Callback with Task Token", developer guide). */
final class TaskTokenTest {
    private static final String ASK = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    private final VirtualClock clock = new VirtualClock();
    private final AtomicReference<String> token = new AtomicReference<>("");
    private final AtomicReference<Engine> engine = new AtomicReference<>();

    /** What a handler does with the token, later. */
    private interface Callback {
        void with(Engine engine, String token);
    }

    private Execution start(String fields, Duration delay, Callback callback) {
        String machine =
                Workbench.machine(
                        "Ask",
                        """
                        "Ask": {"Type": "Task", "Resource": "%s", "End": true,
                          "Arguments": {"FunctionName": "f", "Payload": "{%% $states.context.Task.Token %%}"}
                          %s}
                        """
                                .formatted(ASK, fields),
                        "");
        TaskHandler handler =
                call -> {
                    String issued = call.arguments().get("Payload").stringValue();
                    token.set(issued);
                    clock.schedule(delay, () -> callback.with(engine.get(), issued));
                    return json("{'sent': true}");
                };
        engine.set(
                Engine.builder()
                        .clock(clock)
                        .random(new SplittableRandom(1))
                        .taskConcurrency(1)
                        .handler(ASK, handler)
                        .build());
        return engine.get()
                .start(
                        StateMachineParser.parse(machine).machineOrThrow(),
                        StartRequest.here("night", "run", json("{}")));
    }

    @Test
    void endsWithWhatTheTokenBrings() throws Exception {
        Execution execution =
                start(
                        "",
                        Duration.ofDays(3),
                        (engine, issued) -> engine.sendTaskSuccess(issued, json("{'yes': 1}")));

        ExecutionResult result = execution.await();

        assertThat(result.output()).isEqualTo(json("{'yes': 1}"));
        assertThat(Duration.between(result.startedAt(), result.stoppedAt()))
                .isEqualTo(Duration.ofDays(3));
        assertThat(Workbench.types(execution))
                .containsSubsequence(
                        "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
    }

    @Test
    void failsWithTheErrorThatTheTokenBrings() throws Exception {
        ExecutionResult result =
                start(
                                "",
                                Duration.ofSeconds(1),
                                (engine, issued) -> engine.sendTaskFailure(issued, "No", "why"))
                        .await();

        assertThat(result.error()).isEqualTo("No");
        assertThat(result.cause()).isEqualTo("why");
    }

    @Test
    void takesATokenThatIsBackBeforeTheHandlerAnswers() throws Exception {
        Execution execution =
                start(
                        "",
                        Duration.ZERO,
                        (engine, issued) -> engine.sendTaskSuccess(issued, json("1")));

        assertThat(execution.await().output()).isEqualTo(json("1"));
    }

    @Test
    void timesOutWhenNoHeartbeatComes() throws Exception {
        Execution execution =
                start(
                        ", \"HeartbeatSeconds\": 10",
                        Duration.ofSeconds(8),
                        Engine::sendTaskHeartbeat);

        ExecutionResult result = execution.await();

        assertThat(result.error()).isEqualTo("States.Timeout");
        assertThat(Duration.between(result.startedAt(), result.stoppedAt()))
                .isEqualTo(Duration.ofSeconds(18));
        assertThat(Workbench.types(execution)).contains("TaskTimedOut");
    }

    @Test
    void letsRetryNameTheMissingHeartbeat() throws Exception {
        Execution execution =
                start(
                        """
                        , "HeartbeatSeconds": "{% 5 + 5 %}", "Retry": [
                          {"ErrorEquals": ["States.HeartbeatTimeout"], "IntervalSeconds": 1, "MaxAttempts": 2}]
                        """,
                        Duration.ofDays(1), (_, _) -> {});

        ExecutionResult result = execution.await();

        assertThat(Workbench.types(execution)).filteredOn("TaskTimedOut"::equals).hasSize(3);
        assertThat(Duration.between(result.startedAt(), result.stoppedAt()))
                .isEqualTo(Duration.ofSeconds(10 + 1 + 10 + 2 + 10));
    }

    @Test
    void showsHeartbeatAndTimeoutInTheHistory() throws Exception {
        Execution execution =
                start(
                        ", \"HeartbeatSeconds\": 10, \"TimeoutSeconds\": 60",
                        Duration.ofSeconds(1),
                        (engine, issued) -> engine.sendTaskSuccess(issued, json("1")));
        execution.await();

        JsonNode scheduled = execution.history().get(2).details();
        assertThat(scheduled.get("heartbeatInSeconds").asInt()).isEqualTo(10);
        assertThat(scheduled.get("timeoutInSeconds").asInt()).isEqualTo(60);
        assertThat(scheduled.get("resource").stringValue()).isEqualTo("invoke.waitForTaskToken");
    }

    @Test
    void refusesATokenWhoseTaskHasEnded() throws Exception {
        start(
                        ", \"TimeoutSeconds\": 5",
                        Duration.ofSeconds(1),
                        (engine, issued) -> engine.sendTaskSuccess(issued, json("1")))
                .await();

        assertThatThrownBy(() -> engine.get().sendTaskSuccess(token.get(), json("2")))
                .isInstanceOfSatisfying(
                        TaskTokenException.class,
                        refused -> assertThat(refused.error()).isEqualTo("TaskTimedOut"));
    }

    @Test
    void refusesATokenThatNobodyIssued() {
        try (Engine any = Engine.builder().build()) {
            assertThatThrownBy(() -> any.sendTaskHeartbeat("AAAA"))
                    .isInstanceOfSatisfying(
                            TaskTokenException.class,
                            refused -> assertThat(refused.error()).isEqualTo("InvalidToken"));
        }
    }

    @Test
    void refusesAnOutputThatIsTooLarge() throws Exception {
        AtomicReference<String> error = new AtomicReference<>("");
        start(
                        ", \"TimeoutSeconds\": 5",
                        Duration.ofSeconds(1),
                        (engine, issued) -> {
                            JsonNode large = json("'" + "x".repeat(256 << 10) + "'");
                            try {
                                engine.sendTaskSuccess(issued, large);
                            } catch (TaskTokenException refused) {
                                error.set(refused.error());
                            }
                        })
                .await();

        assertThat(error).hasValue("InvalidOutput");
    }
}
