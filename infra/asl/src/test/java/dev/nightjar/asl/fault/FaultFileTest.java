package dev.nightjar.asl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

final class FaultFileTest {
    private static final StateMachine MACHINE =
            StateMachineParser.parse(
                            """
                            {"QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
                              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Ship"},
                              "Ship": {"Type": "Map", "Next": "Done",
                                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}},
                                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                  "StartAt": "Pack", "States": {
                                    "Pack": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}},
                              "Done": {"Type": "Succeed"}}}
                            """)
                    .machineOrThrow();

    private static FaultFile.Result faults(String entries) {
        return FaultFile.read("{'faults': [%s]}".formatted(entries).replace('\'', '"'));
    }

    @Test
    void readsEveryKindOfFault() {
        List<Fault> faults =
                faults(
                                """
                                {'state': 'A', 'fault': 'fail-before', 'error': 'E', 'cause': 'why', 'attempt': 2},
                                {'state': 'A', 'fault': 'fail-after', 'error': 'E', 'item': 0},
                                {'state': 'A', 'fault': 'delay', 'seconds': 1.5, 'retry': 0},
                                {'state': 'A', 'fault': 'answer-late', 'seconds': 900, 'function': 'F'},
                                {'state': 'A', 'fault': 'answer-twice', 'resource': 'arn:aws:states:::sns:publish'},
                                {'state': 'A', 'fault': 'too-large', 'limit': 'lambda'}
                                """)
                        .faultsOrThrow();

        assertThat(faults)
                .containsExactly(
                        new Fault(
                                Target.every("A").withAttempt(2),
                                new Effect.FailBefore("E", "why")),
                        new Fault(Target.every("A").withItem(0), new Effect.FailAfter("E", null)),
                        new Fault(
                                Target.every("A").withRetry(0),
                                new Effect.Delay(Duration.ofMillis(1500))),
                        new Fault(
                                new Target("A", null, null, "F", null, null),
                                new Effect.AnswerLate(Duration.ofMinutes(15))),
                        new Fault(
                                new Target(
                                        "A",
                                        null,
                                        "arn:aws:states:::sns:publish",
                                        null,
                                        null,
                                        null),
                                new Effect.AnswerTwice()),
                        new Fault(Target.every("A"), new Effect.TooLarge(Effect.Limit.LAMBDA)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'fault': 'answer-twice'}                              | /faults/0/state   | 'state' is missing
                    {'state': 'A'}                                         | /faults/0/fault   | 'fault' is missing
                    {'state': 'A', 'fault': 'fail-befor'}                  | /faults/0/fault   | There is no fault 'fail-befor'
                    {'state': 'A', 'fault': 'fail-before'}                 | /faults/0/error   | 'error' is missing
                    {'state': 'A', 'fault': 'delay'}                       | /faults/0/seconds | 'seconds' is missing
                    {'state': 'A', 'fault': 'delay', 'seconds': -1}        | /faults/0/seconds | 'seconds' is -1
                    {'state': 'A', 'fault': 'answer-twice', 'attempt': 0}  | /faults/0/attempt | 'attempt' is 0
                    {'state': 'A', 'fault': 'answer-twice', 'error': 'E'}  | /faults/0/error   | Field 'error' is not known here
                    {'state': 'A', 'fault': 'too-large', 'limit': 'sqs'}   | /faults/0/limit   | There is no limit 'sqs'
                    3                                                      | /faults/0         | A fault must be an object
                    """)
    void refusesWithAPlaceAndARemedy(String entry, String pointer, String message) {
        FaultFile.Result result = faults(entry);

        assertThat(result.faults()).isEmpty();
        assertThat(result.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.pointer()).isEqualTo(pointer);
                            assertThat(problem.message()).isEqualTo(message);
                            assertThat(problem.remedy()).isNotBlank();
                        });
    }

    @Test
    void collectsTheProblemsOfAllFaults() {
        assertThat(faults("{'state': 'A'}, {'fault': 'delay'}").problems())
                .extracting(Problem::pointer)
                .containsExactly("/faults/0/fault", "/faults/1/state", "/faults/1/seconds");
    }

    @Test
    void asksWhetherAnotherWordWasMeant() {
        assertThat(faults("{'state': 'A', 'fault': 'fail-befor'}").problems().getFirst().remedy())
                .startsWith("Did you mean 'fail-before'? ");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThat(FaultFile.read("{\"faults\": [\n{]}").problems().getFirst().message())
                .startsWith("The file is not JSON at 2:");
    }

    @Test
    void refusesAFileWithoutFaults() {
        assertThatThrownBy(() -> FaultFile.read("{}").faultsOrThrow())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The file has no list 'faults'");
    }

    @Test
    void acceptsTasksAndItemReadersOfTheMachine() {
        List<Fault> faults =
                List.of(
                        new Fault(Target.every("Charge"), new Effect.AnswerTwice()),
                        new Fault(Target.every("Ship"), new Effect.AnswerTwice()),
                        new Fault(Target.every("Pack"), new Effect.AnswerTwice()));

        assertThat(FaultFile.check(faults, MACHINE)).isEmpty();
    }

    @Test
    void asksWhichStateWasMeant() {
        Fault misspelt = new Fault(Target.every("Pakc"), new Effect.AnswerTwice());

        assertThat(FaultFile.check(List.of(misspelt), MACHINE))
                .extracting(Problem::toString)
                .containsExactly(
                        "/faults/0/state: The machine has no state 'Pakc' (NO_SUCH_TASK)."
                                + " Did you mean 'Pack'? Its tasks are [Charge, Pack, Ship].");
    }

    @Test
    void refusesAStateThatCallsNobody() {
        Fault atSucceed = new Fault(Target.every("Done"), new Effect.AnswerTwice());

        assertThat(FaultFile.check(List.of(atSucceed), MACHINE))
                .extracting(Problem::message)
                .containsExactly("State 'Done' calls nobody");
    }
}
