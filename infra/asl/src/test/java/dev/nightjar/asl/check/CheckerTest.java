package dev.nightjar.asl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.asl.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class CheckerTest {
    private static final String END = "\"End\": true";

    @Test
    void acceptsAMachineWithUnfilledPlaceholders() {
        assertThat(
                        check(
                                """
                                "A": {"Type": "Task", "Resource": "${ScoreShardFunction}", "Next": "B"},
                                "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                                  "Arguments": {"FunctionName": "${ScoreShardFunction}", "Payload": {}},
                                  "TimeoutSeconds": 60,
                                  "Retry": [{"ErrorEquals": ["Lambda.Unknown"], "JitterStrategy": "FULL"},
                                            {"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]}
                                """))
                .isEmpty();
    }

    @Test
    void rejectsAStateThatNobodyReaches() {
        assertOne(
                "\"A\": {\"Type\": \"Pass\", \"End\": true}, \"B\": {\"Type\": \"Succeed\"}",
                "/States/B",
                "not reachable");
    }

    @Test
    void rejectsATargetThatIsNoState() {
        assertOne(
                "\"A\": {\"Type\": \"Pass\", \"Next\": \"Nowhere\"}",
                "/States/A/Next",
                "Missing 'Next' target: Nowhere");
    }

    @Test
    void rejectsATargetOutsideOfItsBranch() {
        assertThat(
                        pointers(
                                check(
                                        """
                                        "A": {"Type": "Parallel", "Next": "Z", "Branches": [
                                          {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "Z"}}}]},
                                        "Z": {"Type": "Succeed"}
                                        """)))
                .containsExactly("/States/A/Branches/0/States/B/Next");
    }

    @Test
    void rejectsAStateThatLeadsNowhere() {
        assertOne("\"A\": {\"Type\": \"Pass\"}", "/States/A", "These fields are required: [Next]");
    }

    @Test
    void rejectsANameThatABranchUsesAgain() {
        assertThat(
                        check(
                                """
                                "A": {"Type": "Parallel", "End": true, "Branches": [
                                  {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}]}
                                """))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.message()).contains("Duplicate state name"));
    }

    @Test
    void rejectsStatesAllBesideOthersAndBeforeTheEnd() {
        assertThat(
                        pointers(
                                check(
                                        """
                                        "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                                          "Retry": [{"ErrorEquals": ["States.ALL", "Other"]}, {"ErrorEquals": ["Last"]}]}
                                        """)))
                .containsExactly("/States/A/Retry/0/ErrorEquals", "/States/A/Retry/0/ErrorEquals");
    }

    @Test
    void rejectsAChoiceWithoutChoices() {
        assertOne(
                "\"A\": {\"Type\": \"Choice\", \"Choices\": [], \"Default\": \"B\"},"
                        + " \"B\": {\"Type\": \"Succeed\"}",
                "/States/A/Choices",
                "empty");
    }

    @Test
    void rejectsAnExpressionThatIsNone() {
        assertThat(
                        check(
                                "\"A\": {\"Type\": \"Pass\", \"Output\": {\"x\": [\"{% 1 + %}\"]}, "
                                        + END
                                        + "}"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(Problem.INVALID_EXPRESSION);
                            assertThat(problem.pointer()).isEqualTo("/States/A/Output/x/0");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "HeartbeatSeconds, 5",
        "Arguments, '{}'",
        "TimeoutSeconds, 0",
        "Retry, 7",
        "InputPath, '\"$.x\"'",
        "Timeout, 5"
    })
    void namesTheFieldThatItDoesNotTake(String field, String value) {
        List<Problem> problems =
                check("\"A\": {\"Type\": \"Succeed\", \"" + field + "\": " + value + "}");

        assertThat(problems).singleElement().asString().contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/States/A/ResultWriter | \"ResultWriter\": {\"Resource\": \"arn:aws:states:::s3:putObject\"}",
                "/States/A/ItemReader/ReaderConfig/InputType | \"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": {\"InputType\": \"JSONL\"}}",
                "/States/A/ItemReader/ReaderConfig/ItemsPointer | \"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": {\"InputType\": \"JSON\", \"ItemsPointer\": \"/a\"}}"
            })
    void refusesWhatAwsRunsAndTheEngineDoesNot(String pointer, String field) {
        assertNotImplemented(distributed(field), pointer);
    }

    @Test
    void refusesExpressChildren() {
        assertNotImplemented(
                distributed("\"MaxConcurrency\": 1").replace("STANDARD", "EXPRESS"),
                "/States/A/ItemProcessor/ProcessorConfig/ExecutionType");
    }

    @Test
    void refusesActivities() {
        assertNotImplemented(
                "\"A\": {\"Type\": \"Task\", \"Resource\":"
                        + " \"arn:aws:states:us-east-1:000000000000:activity:dig\", \"End\": true}",
                "/States/A/Resource");
    }

    private static void assertNotImplemented(String states, String pointer) {
        assertThat(check(states))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(Problem.NOT_IMPLEMENTED);
                            assertThat(problem.pointer()).isEqualTo(pointer);
                        });
    }

    private static String distributed(String field) {
        return """
        "A": {"Type": "Map", %s, "End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}
        """
                .formatted(field);
    }

    @Test
    void refusesJsonPath() {
        List<Problem> problems =
                Checker.check(
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\":"
                                + " true}}}");

        assertThat(problems).singleElement().asString().contains("JSONPath");
    }

    @Test
    void collectsEveryProblem() {
        assertThat(
                        check(
                                """
                                "A": {"Type": "Pass", "Next": "B", "Colour": "red"},
                                "B": {"Type": "Wait", "Next": "Nowhere"},
                                "C": {"Type": "Dream"},
                                "D": {"Type": "Map", "End": true}
                                """))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"'', /", "'[]', /", "'{} {}', /", "'{', /"})
    void saysThatATextIsNoDocument(String text, String pointer) {
        assertThat(Checker.check(text)).singleElement().asString().startsWith(pointer);
    }

    private static List<Problem> check(String states) {
        return Checker.check(
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {"
                        + states
                        + "}}");
    }

    private static List<String> pointers(List<Problem> problems) {
        return problems.stream().map(Problem::pointer).toList();
    }

    private static void assertOne(String states, String pointer, String message) {
        assertThat(check(states))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.pointer()).isEqualTo(pointer);
                            assertThat(problem.message()).contains(message);
                            assertThat(problem.remedy()).isNotBlank();
                        });
    }
}
