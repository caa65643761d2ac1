package dev.nightjar.asl.check;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which fields a state takes, by type and query language, and which values they take. */
final class FieldsTest {
    private static final String PROCESSOR =
            "{\"StartAt\": \"X\", \"States\": {\"X\": {\"Type\": \"Succeed\"}}}";

    /** The least that a state of each type has. */
    private static final Map<String, String> LEAST =
            Map.of(
                    "Pass",
                    "\"Type\": \"Pass\", \"End\": true",
                    "Task",
                    "\"Type\": \"Task\", \"End\": true, \"Resource\":"
                            + " \"arn:aws:states:::sqs:sendMessage\"",
                    "Wait",
                    "\"Type\": \"Wait\", \"End\": true, \"Seconds\": 1",
                    "Choice",
                    "\"Type\": \"Choice\", \"Choices\": [{\"Condition\": true, \"Next\":"
                            + " \"Z\"}]",
                    "Succeed",
                    "\"Type\": \"Succeed\"",
                    "Fail",
                    "\"Type\": \"Fail\"",
                    "Parallel",
                    "\"Type\": \"Parallel\", \"End\": true, \"Branches\": [" + PROCESSOR + "]",
                    "Map",
                    "\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": " + PROCESSOR);

    private static final Map<String, List<String>> TAKERS =
            Map.of(
                    "\"TimeoutSeconds\": 5", List.of("Task"),
                    "\"HeartbeatSeconds\": 5", List.of("Task"),
                    "\"Retry\": []", List.of("Task", "Parallel", "Map"),
                    "\"Catch\": []", List.of("Task", "Parallel", "Map"),
                    "\"Arguments\": {}", List.of("Task", "Parallel"),
                    "\"Credentials\": {\"RoleArn\": \"r\"}", List.of("Task"),
                    "\"Output\": 1",
                            List.of("Task", "Parallel", "Map", "Pass", "Wait", "Choice", "Succeed"),
                    "\"Assign\": {}", List.of("Task", "Parallel", "Map", "Pass", "Wait", "Choice"),
                    "\"MaxConcurrency\": 1", List.of("Map"),
                    "\"Error\": \"e\"", List.of("Fail"));

    static Stream<Arguments> everyFieldOnEveryType() {
        return TAKERS.entrySet().stream()
                .flatMap(
                        entry ->
                                LEAST.keySet().stream()
                                        .map(
                                                type ->
                                                        Arguments.of(
                                                                type,
                                                                entry.getKey(),
                                                                entry.getValue().contains(type))));
    }

    @ParameterizedTest
    @MethodSource("everyFieldOnEveryType")
    void takesAFieldOnlyOnItsTypes(String type, String field, boolean takes) {
        List<Problem> problems = check(least(type) + ", " + field);
        if (takes) {
            assertThat(problems).isEmpty();
        } else {
            String name = field.substring(1, field.indexOf('"', 1));
            assertThat(problems)
                    .singleElement()
                    .satisfies(
                            problem -> {
                                assertThat(problem.message())
                                        .isEqualTo("Field '" + name + "' is not supported");
                                assertThat(problem.pointer()).isEqualTo("/States/A");
                                assertThat(problem.code()).isEqualTo(Problem.SCHEMA);
                            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Pass, InputPath",
        "Pass, OutputPath",
        "Pass, ResultPath",
        "Pass, Parameters",
        "Pass, Result",
        "Task, Parameters",
        "Task, ResultSelector",
        "Task, TimeoutSecondsPath",
        "Task, HeartbeatSecondsPath",
        "Wait, InputPath",
        "Choice, OutputPath",
        "Succeed, InputPath",
        "Fail, ErrorPath",
        "Fail, CausePath",
        "Parallel, ResultPath",
        "Map, ItemsPath",
        "Map, MaxConcurrencyPath",
        "Map, ToleratedFailureCountPath"
    })
    void knowsTheFieldsOfJsonPath(String type, String field) {
        assertThat(check(least(type) + ", \"" + field + "\": \"$.a\""))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message())
                                    .isEqualTo(
                                            "The QueryLanguage is set to 'JSONata', but field '"
                                                    + field
                                                    + "' is only supported for the 'JSONPath'"
                                                    + " QueryLanguage");
                            assertThat(problem.pointer()).isEqualTo("/States/A");
                        });
    }

    @ParameterizedTest
    @CsvSource({"Pass, Output", "Task, Arguments", "Parallel, Arguments", "Map, Items"})
    void knowsTheFieldsOfJsonata(String type, String field) {
        assertThat(Checker.check(machine("", least(type) + ", \"" + field + "\": {}")))
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.message())
                                        .isEqualTo(
                                                "The QueryLanguage is set to 'JSONPath', but field"
                                                        + " '"
                                                        + field
                                                        + "' is only supported for the 'JSONata'"
                                                        + " QueryLanguage"));
    }

    @Test
    void runsAMachineWhoseEveryStateSaysJsonata() {
        assertThat(
                        Checker.check(
                                machine(
                                        "",
                                        "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\","
                                                + " \"Output\": 1, \"End\": true")))
                .isEmpty();
    }

    @Test
    void saysOnceThatAMachineIsInJsonPath() {
        assertThat(
                        Checker.check(
                                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\","
                                        + " \"Next\": \"B\"}, \"B\": {\"Type\": \"Succeed\"}}}"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo(Problem.NOT_IMPLEMENTED);
                            assertThat(problem.pointer()).isEqualTo("/States/A/QueryLanguage");
                        });
    }

    @Test
    void checksTheTransitionsOfAMachineInJsonPath() {
        assertThat(
                        Checker.check(
                                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\","
                                        + " \"Next\": \"B\"}}}"))
                .extracting(Problem::pointer)
                .contains("/States/A/Next");
    }

    @ParameterizedTest
    @CsvSource({
        "Parallel, /States/A/Branches/0",
        "Map, /States/A/ItemProcessor",
    })
    void takesQueryLanguageOnMachineAndStatesOnly(String type, String pointer) {
        String state =
                least(type).replace("{\"StartAt\"", "{\"QueryLanguage\": \"JSONata\", \"StartAt\"");
        assertThat(check(state))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message())
                                    .isEqualTo("Field 'QueryLanguage' is not supported");
                            assertThat(problem.pointer()).isEqualTo(pointer);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"TimeoutSeconds\": 0 | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": 100000000 | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": 1.5 | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": \"5\" | /States/A/TimeoutSeconds",
                "\"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 5 | /States/A/HeartbeatSeconds",
                "\"Retry\": {} | /States/A/Retry",
                "\"Retry\": [1] | /States/A/Retry/0",
                "\"Retry\": [{}] | /States/A/Retry/0",
                "\"Retry\": [{\"ErrorEquals\": []}] | /States/A/Retry/0/ErrorEquals",
                "\"Retry\": [{\"ErrorEquals\": [1]}] | /States/A/Retry/0/ErrorEquals/0",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 0}] | /States/A/Retry/0/IntervalSeconds",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"BackoffRate\": 0.9}] | /States/A/Retry/0/BackoffRate",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"BackoffRate\": 1e999}] | /States/A/Retry/0/BackoffRate",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": -1}] | /States/A/Retry/0/MaxAttempts",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 100000000}] | /States/A/Retry/0/MaxAttempts",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxDelaySeconds\": 31622401}] | /States/A/Retry/0/MaxDelaySeconds",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"JitterStrategy\": \"SOME\"}] | /States/A/Retry/0/JitterStrategy",
                "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\"}] | /States/A/Retry/0",
                "\"Catch\": [{\"ErrorEquals\": [\"E\"]}] | /States/A/Catch/0",
                "\"Catch\": [{\"ErrorEquals\": [\"E\"], \"Next\": \"Z\", \"ResultPath\": \"$\"}] | /States/A/Catch/0",
                "\"Credentials\": {} | /States/A/Credentials",
                "\"Assign\": 1 | /States/A/Assign",
                "\"Assign\": {\"states\": 1} | /States/A/Assign",
                "\"Assign\": {\"a-b\": 1} | /States/A/Assign",
                "\"Comment\": 1 | /States/A/Comment",
                "\"Arguments\": {\"x\": \"{% 1\"} | /States/A/Arguments/x",
                "\"Arguments\": [\"1 %}\"] | /States/A/Arguments/0"
            })
    void pointsAtAWrongValue(String field, String pointer) {
        assertThat(check(least("Task") + ", " + field))
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Seconds\": 1, \"Timestamp\": \"2026-03-14T01:59:00Z\" | /States/A",
                "\"Comment\": \"neither\" | /States/A",
                "\"Seconds\": -1 | /States/A/Seconds",
                "\"Timestamp\": \"2026-03-14 01:59:00Z\" | /States/A/Timestamp",
                "\"Timestamp\": \"2026-03-14T01:59:00\" | /States/A/Timestamp",
                "\"Timestamp\": \"2026-02-30T01:59:00Z\" | /States/A/Timestamp"
            })
    void pointsAtAWrongWait(String fields, String pointer) {
        assertThat(check("\"Type\": \"Wait\", \"End\": true, " + fields))
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Label\": \"a b\" | /States/A/Label",
                "\"Label\": \"\" | /States/A/Label",
                "\"ToleratedFailurePercentage\": 101 | /States/A/ToleratedFailurePercentage",
                "\"ToleratedFailureCount\": -1 | /States/A/ToleratedFailureCount",
                "\"Items\": 1 | /States/A/Items",
                "\"ItemBatcher\": {} | /States/A/ItemBatcher",
                "\"ItemBatcher\": {\"MaxItemsPerBatch\": 0} | /States/A/ItemBatcher/MaxItemsPerBatch",
                "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\"} | /States/A/ItemReader",
                "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:putObject\", \"ReaderConfig\": {\"InputType\": \"JSON\"}} | /States/A/ItemReader/Resource"
            })
    void pointsAtAWrongMap(String field, String pointer) {
        String distributed =
                PROCESSOR.replace(
                        "{\"StartAt\"",
                        "{\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\":"
                                + " \"STANDARD\"}, \"StartAt\"");
        assertThat(
                        check(
                                "\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": "
                                        + distributed
                                        + ", "
                                        + field))
                .extracting(Problem::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"ItemReader", "ItemBatcher", "Label"})
    void takesSomeFieldsOnDistributedMapsOnly(String field) {
        String value =
                switch (field) {
                    case "Label" -> "\"x\"";
                    case "ItemBatcher" -> "{\"MaxItemsPerBatch\": 1}";
                    default -> "{\"Resource\": \"arn:aws:states:::s3:listObjectsV2\"}";
                };
        assertThat(check(least("Map") + ", \"" + field + "\": " + value))
                .extracting(Problem::message)
                .containsExactly("Field '" + field + "' is not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lambda:invoke | {\"Payload\": 1} | The field 'FunctionName' is required but was missing",
                "states:startExecution | {} | The field 'StateMachineArn' is required but was missing",
                "events:putEvents | {} | The field 'Entries' is required but was missing",
                "sns:publish | {} | The field 'Message' is required but was missing",
                "lambda:invoke | {\"FunctionName\": \"f\", \"Body\": 1} | The field \"Body\" is not supported by Step Functions"
            })
    void knowsWhatTheOptimisedIntegrationsNeed(String service, String arguments, String message) {
        assertThat(
                        check(
                                "\"Type\": \"Task\", \"End\": true, \"Resource\":"
                                        + " \"arn:aws:states:::"
                                        + service
                                        + "\", \"Arguments\": "
                                        + arguments))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message()).isEqualTo(message);
                            assertThat(problem.pointer()).isEqualTo("/States/A/Arguments");
                        });
    }

    @ParameterizedTest
    @CsvSource({"Dig", "arn:aws:states:::lambda:invoke.sync", "arn:aws:lambda:x"})
    void rejectsAResourceThatIsNone(String resource) {
        assertThat(check("\"Type\": \"Task\", \"End\": true, \"Resource\": \"" + resource + "\""))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.pointer()).isEqualTo("/States/A/Resource"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | / | These fields are required: [States, StartAt]",
                "{\"StartAt\": \"A\"} | / | These fields are required: [States]",
                "{\"StartAt\": 1, \"States\": {\"A\": {\"Type\": \"Succeed\"}}} | /StartAt | Expected value of type String",
                "{\"StartAt\": \"A\", \"States\": []} | /States | Expected value of type Object",
                "{\"StartAt\": \"A\", \"States\": {\"A\": 1}} | /States/A | Expected value of type Object",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {}}} | /States/A | These fields are required: [Type]",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Dream\"}}} | /States/A/Type | The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]"
            })
    void pointsAtTheDocument(String text, String pointer, String message) {
        assertThat(Checker.check(text))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.pointer()).isEqualTo(pointer);
                            assertThat(problem.message()).isEqualTo(message);
                        });
    }

    @Test
    void rejectsAFlowThatNeverEnds() {
        assertThat(
                        Checker.check(
                                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\":"
                                        + " {\"A\": {\"Type\": \"Pass\", \"Next\": \"A\"}}}"))
                .extracting(Problem::code)
                .containsExactly(Problem.MISSING_END);
    }

    private static String least(String type) {
        return requireNonNull(LEAST.get(type), "no such type");
    }

    private static List<Problem> check(String state) {
        return Checker.check(machine("\"QueryLanguage\": \"JSONata\", ", state));
    }

    /** A machine of one state, and of Z where that is a target. */
    private static String machine(String before, String state) {
        String target = state.contains("\"Z\"") ? ", \"Z\": {\"Type\": \"Succeed\"}" : "";
        return "{"
                + before
                + "\"StartAt\": \"A\", \"States\": {\"A\": {"
                + state
                + "}"
                + target
                + "}}";
    }
}
