package dev.nightjar.asl.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;

import org.junit.jupiter.api.Test;

import java.util.List;

/** $states.result and $states.errorOutput exist where the developer guide says. */
final class StatesFieldsTest {

    @Test
    void resultIsOfAssignAndOutputOfTasks() {
        assertThat(
                        problems(
                                """
                                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                 "Arguments": {"FunctionName": "f",
                                               "Payload": "{% $states.result %}"},
                                 "Assign": {"a": "{% $states.result %}"},
                                 "Output": "{% $states.result.Payload %}", "End": true}
                                """))
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/States/S/Arguments/Payload", Problem.UNSUPPORTED_EXPRESSION));
    }

    @Test
    void errorOutputIsOfCatchersOnly() {
        assertThat(
                        problems(
                                """
                                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                 "Arguments": {"FunctionName": "f"},
                                 "Output": "{% $states.errorOutput %}",
                                 "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S",
                                            "Assign": {"a": "{% $states.errorOutput.Error %}"},
                                            "Output": "{% $states.result %}"}],
                                 "End": true}
                                """))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/States/S/Output", "/States/S/Catch/0/Output");
    }

    @Test
    void passHasNoResult() {
        assertThat(
                        problems(
                                "{\"Type\": \"Pass\", \"Output\": \"{% $states.result %}\", \"End\":"
                                        + " true}"))
                .hasSize(1);
    }

    private static List<Problem> problems(String state) {
        return Checker.check(
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"S\", \"States\": {\"S\": "
                        + state
                        + "}}");
    }
}
