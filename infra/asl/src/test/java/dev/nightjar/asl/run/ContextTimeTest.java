package dev.nightjar.asl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Instant;

/** Times as the context object writes them. */
class ContextTimeTest {
    private static final StateMachine MACHINE =
            StateMachineParser.parse(
                            """
                            {"QueryLanguage": "JSONata", "StartAt": "Look",
                             "States": {"Look": {"Type": "Pass", "End": true,
                               "Output": "{% $states.context.State.EnteredTime %}"}}}
                            """)
                    .machineOrThrow();

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T07:08:09.010999Z, 2026-03-05T07:08:09.010Z",
        "2026-12-31T23:59:59.999Z, 2026-12-31T23:59:59.999Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.120Z, 1969-12-31T23:59:59.120Z"
    })
    void timesHaveThreeDigitsOfASecond(Instant now, String written) throws InterruptedException {
        try (Engine engine = Engine.builder().clock(new VirtualClock(now)).build()) {
            StartRequest request =
                    StartRequest.here("m", "e", JsonNodeFactory.instance.objectNode());
            ExecutionResult result = engine.start(MACHINE, request).await();

            assertThat(String.valueOf(result.output())).isEqualTo('"' + written + '"');
        }
    }
}
