package dev.nightjar.asl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The limit of 256 KiB, by an execution's input. */
class PayloadTest {
    private static final int LIMIT = 256 << 10;
    private static final StateMachine MACHINE =
            StateMachineParser.parse(
                            """
                            {"QueryLanguage": "JSONata", "StartAt": "Done",
                             "States": {"Done": {"Type": "Succeed", "Output": 1}}}
                            """)
                    .machineOrThrow();

    /** An object with the value, padded to so many bytes. */
    private static JsonNode padded(String value, int bytes) {
        ObjectNode payload = JsonMapper.shared().createObjectNode();
        payload.set("value", JsonMapper.shared().readTree(value));
        payload.put("padding", "");
        return payload.put("padding", "x".repeat(bytes - payload.toString().length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-12",
                "2147483648",
                "-9223372036854775808",
                "92233720368547758070",
                "1.5e-7",
                "true",
                "false",
                "null",
                "[1, [], {}, \"a\\n\"]"
            })
    void everyValueCountsAsItIsWritten(String value) throws InterruptedException {
        try (Engine engine = Engine.builder().clock(new VirtualClock()).build()) {
            StartRequest whole = StartRequest.here("m", "e", padded(value, LIMIT));
            StartRequest above = StartRequest.here("m", "e", padded(value, LIMIT + 1));

            assertThat(engine.start(MACHINE, whole).await().succeeded()).isTrue();
            assertThatThrownBy(() -> engine.start(MACHINE, above))
                    .hasMessage("the input is larger than 256 KiB");
        }
    }
}
