package dev.nightjar.asl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a listener hears while nothing happens. */
class PauseTest {
    private final List<Pause> pauses = new ArrayList<>();

    private void run(String state) throws InterruptedException {
        ExecutionListener listener =
                new ExecutionListener() {
                    @Override
                    public void pauses(ExecutionIdentity execution, Pause pause) {
                        pauses.add(pause);
                    }
                };
        Engine engine =
                Engine.builder()
                        .clock(new VirtualClock())
                        .handler(
                                Workbench.TASK,
                                _ -> {
                                    throw new TaskFailure("Busy", "come back");
                                })
                        .listener(listener)
                        .build();
        engine.start(
                        StateMachineParser.parse(Workbench.machine("A", state, ""))
                                .machineOrThrow(),
                        StartRequest.here("night", "run", Workbench.json("{}")))
                .await();
    }

    @Test
    void aPauseBeforeARetrySaysWhichAndWhy() throws InterruptedException {
        run(
                """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 4, "BackoffRate": 2,
                    "MaxAttempts": 2}]}
                """);

        assertThat(pauses)
                .containsExactly(
                        new Pause("A", Duration.ofSeconds(4), new Pause.Retry(1, 2, "Busy")),
                        new Pause("A", Duration.ofSeconds(8), new Pause.Retry(2, 2, "Busy")));
    }

    @Test
    void aWaitSaysHowLong() throws InterruptedException {
        run("'A': {'Type': 'Wait', 'Seconds': 60, 'End': true}".replace('\'', '"'));

        assertThat(pauses).containsExactly(new Pause("A", Duration.ofMinutes(1), null));
    }
}
