package dev.nightjar.asl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nightjar.asl.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

/** No text makes the checker throw. */
final class HostileTextTest {
    private static final String MACHINE =
            """
            {"QueryLanguage": "JSONata", "StartAt": "A", "TimeoutSeconds": 9, "States": {
              "A": {"Type": "Map", "Items": "{% $states.input %}", "Label": "l", "Next": "B",
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "C", "States": {"C": {"Type": "Wait", "Seconds": 1, "End": true}}},
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}},
                "ItemBatcher": {"MaxItemsPerBatch": 3}},
              "B": {"Type": "Choice", "Default": "D", "Choices": [{"Condition": "{% 1 = 1 %}", "Next": "D"}]},
              "D": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "E",
                "Arguments": {"FunctionName": "f"}, "Retry": [{"ErrorEquals": ["States.ALL"], "BackoffRate": 2.5}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "E"}], "HeartbeatSeconds": 4},
              "E": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}]}}}
            """;

    private static final String[] INSERTIONS = {
        "{",
        "}",
        "[",
        "]",
        "null",
        "1e999",
        "-1",
        "\"",
        "{%",
        "%}",
        "\\u0000",
        "true",
        ",",
        ":",
        "\"$.a\"",
        "99999999999999999999999",
        "\"{% $f( %}\"",
        "{}",
        "[[]]"
    };

    @Test
    void judgesAnyDamagedMachine() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 3_000; i++) {
            String text = damaged(random);
            assertThatCode(() -> Checker.check(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static String damaged(SplittableRandom random) {
        StringBuilder text = new StringBuilder(MACHINE);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            text.replace(at, end, INSERTIONS[random.nextInt(INSERTIONS.length)]);
        }
        return text.toString();
    }

    @Test
    void judgesAMachineWithAnyValueReplaced() {
        SplittableRandom random = new SplittableRandom(7);
        String[] values = {
            "null", "1", "\"x\"", "[]", "{}", "true", "-1.5", "1e400", "[{}]", "{\"a\":{}}"
        };
        for (int i = 0; i < 3_000; i++) {
            int colon = MACHINE.indexOf(": ", random.nextInt(MACHINE.length() - 200));
            int end = colon + 2;
            while (",}]".indexOf(MACHINE.charAt(end)) < 0) {
                end++;
            }
            String value = values[random.nextInt(values.length)];
            String text = MACHINE.substring(0, colon + 2) + value + MACHINE.substring(end);
            assertThatCode(() -> Checker.check(text)).as(text).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "null", "\"{}\"", "true"})
    void wantsAnObject(String text) {
        assertThat(Checker.check(text))
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.message())
                                        .isEqualTo("Definition must be a valid JSON object"));
    }

    @Test
    void judgesDeepNesting() {
        String deep =
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true,"
                        + " \"QueryLanguage\": \"JSONata\", \"Output\": "
                        + "[".repeat(100_000)
                        + "]".repeat(100_000)
                        + "}}}";
        assertThat(Checker.check(deep))
                .extracting(Problem::code)
                .containsExactly(Problem.INVALID_JSON);
    }

    @Test
    void judgesDeeplyNestedBranches() {
        StringBuilder text = new StringBuilder("{\"Type\": \"Succeed\"}");
        for (int i = 0; i < 80; i++) {
            text.insert(
                    0,
                    "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [{\"StartAt\": \"S%d\","
                                    .formatted(i)
                            + " \"States\": {\"S%d\": ".formatted(i));
            text.append("}}]}");
        }
        String machine =
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": "
                        + text
                        + "}}";
        assertThat(Checker.check(machine)).isEmpty();
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        assertThat(Checker.check("{\"StartAt\": \"A\", \"StartAt\": \"B\"}"))
                .extracting(Problem::code)
                .containsExactly(Problem.INVALID_JSON);
    }

    @Test
    void refusesADefinitionAboveOneMebibyte() {
        assertThat(Checker.check("{\"Comment\": \"" + "x".repeat(1 << 20) + "\"}"))
                .singleElement()
                .asString()
                .contains("1 MiB");
    }
}
