package dev.nightjar.asl.teststate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that TestState of AWS refuses, in its words. */
final class RefusedTest {
    private static final String PARALLEL =
            """
            { "Type": "Parallel", "QueryLanguage": "JSONata", "End": true, "Branches": [
              { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
              { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } } ] }
            """;

    private static String task(String resource) {
        return "{ \"Type\": \"Task\", \"QueryLanguage\": \"JSONata\", \"End\": true, \"Resource\": \"arn:aws:states:::"
                + resource
                + "\" }";
    }

    private static void refuses(StateTest test, String message) {
        assertThatThrownBy(test::run)
                .isInstanceOf(StateTestRefusedException.class)
                .hasMessage(message);
    }

    private static void refusesMock(String state, String result, String message) {
        refuses(
                StateTest.of(state).mock(StateMock.result(result)),
                "ValidationException: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    states:startExecution | {} | Required field 'ExecutionArn' is missing
                    states:startExecution | {"ExecutionArn": "a"} | Required field 'StartDate' is missing
                    states:startExecution | {"ExecutionArn": "a", "StartDate": 1} | Field 'StartDate' must be a string
                    states:startExecution | {"ExecutionArn": "", "StartDate": "d"} | Field 'ExecutionArn' is smaller than the minimum length
                    states:startExecution.sync:2 | {"ExecutionArn": "a", "StartDate": "d"} | Required field 'StateMachineArn' is missing
                    lambda:invoke | {"StatusCode": "200"} | Field 'StatusCode' must be a number
                    lambda:invoke | {"Payload": {}} | Field 'Payload' must be a string
                    events:putEvents | {"Entries": {}} | Field 'Entries' must be an array
                    aws-sdk:eventbridge:putEvents | {"Entries": ["e"]} | Field 'Entries' must be an object
                    aws-sdk:s3:getObject | {"StorageClass": "Shelf"} | Field 'StorageClass' is not an expected value
                    aws-sdk:lambda:getFunction | {"Configuration": {"MemorySize": 1}} | Field 'MemorySize' is less than the minimum value
                    aws-sdk:lambda:getFunction | {"Configuration": {"MemorySize": 99999}} | Field 'MemorySize' exceeds the maximum value
                    """)
    void holdsMocksAgainstTheServicesAnswer(String resource, String result, String message) {
        refusesMock(task(resource), result, "Mock result schema validation error: " + message);
    }

    @Test
    void demandsAMockForAParallel() {
        refuses(
                StateTest.of(PARALLEL),
                "InvalidDefinition: TestState API does not support Map or Parallel states. Supported"
                        + " state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
    }

    @Test
    void demandsOneResultForEachBranch() {
        refusesMock(
                PARALLEL,
                "[1]",
                "Mocked result must contain the same number of items as number of Parallel branches.");
    }

    @Test
    void refusesAMockOfAPass() {
        refusesMock(
                "{\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"End\": true}",
                "{}",
                "State type 'Pass' is not supported when a mock is specified");
    }

    @Test
    void refusesAMockThatIsNotJson() {
        refusesMock(task("lambda:invoke"), "oops", "Mocked result must be valid JSON");
    }

    @Test
    void refusesAStateThatIsNotThere() {
        refuses(
                StateTest.of("{\"StartAt\": \"A\", \"States\": {}}").stateName("B"),
                "ValidationException: State not found in definition");
    }

    @Test
    void refusesAContextWithAMap() {
        refuses(
                StateTest.of(task("lambda:invoke"))
                        .mock(StateMock.result("{}"))
                        .context("{\"Map\": {}}"),
                "ValidationException: Invalid Context object provided: 'Map' field is not supported"
                        + " when mocking a Context object");
    }

    @Test
    void refusesATaskThatNobodyAnswers() {
        refuses(
                StateTest.of(task("lambda:invoke")),
                "ValidationException: The Task needs a mock or a handler");
    }

    @Test
    void saysThatItCannotCheckAnAnswerItDoesNotKnow() {
        refuses(
                StateTest.of(task("aws-sdk:quantum:entangle")).mock(StateMock.result("{}")),
                "NOT_IMPLEMENTED: What arn:aws:states:::aws-sdk:quantum:entangle answers is not known"
                        + " here, so its mock cannot be checked: set fieldValidationMode to NONE");
    }
}
