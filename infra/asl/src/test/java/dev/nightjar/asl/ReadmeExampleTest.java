package dev.nightjar.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.integration.FunctionError;
import dev.nightjar.asl.integration.LocalServices;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.VirtualClock;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.atomic.AtomicInteger;

/** The example of the module's README, with the machine that it reads. */
final class ReadmeExampleTest {
    private static final String PAY =
            """
            {"QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "Bank", "Payload": "{% $states.input %}"},
                "Retry": [{"ErrorEquals": ["Bank.Busy"], "IntervalSeconds": 3600}],
                "Output": "{% $states.result.Payload %}", "End": true}}}
            """;

    @Test
    void paysOnTheSecondTry() throws Exception {
        StateMachine machine = StateMachineParser.parse(PAY).machineOrThrow();
        AtomicInteger calls = new AtomicInteger();
        LocalServices aws =
                new LocalServices()
                        .function(
                                "Bank",
                                order -> {
                                    if (calls.incrementAndGet() == 1)
                                        throw new FunctionError("Bank.Busy", "in an hour");
                                    return order;
                                });
        try (Engine engine = aws.into(Engine.builder().clock(new VirtualClock())).build()) {
            var input = JsonMapper.shared().readTree("{\"amount\": 12}");
            ExecutionResult result =
                    engine.start(machine, StartRequest.here("pay", "test", input)).await();
            assertThat(result.output()).isEqualTo(input);
        }
    }
}
