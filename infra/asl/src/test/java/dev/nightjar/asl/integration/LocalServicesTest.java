package dev.nightjar.asl.integration;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.run.Engine;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.StartRequest;
import dev.nightjar.asl.run.VirtualClock;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

final class LocalServicesTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:done";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Double";

    private final LocalServices services =
            new LocalServices().function("Double", payload -> json(payload.asInt() * 2 + ""));

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static JsonNode output(ExecutionResult result) {
        return requireNonNull(result.output(), "no output");
    }

    private ExecutionResult run(String resource, String arguments) throws InterruptedException {
        return run(
                """
                {"Type": "Task", "Resource": "%s", "Arguments": %s, "End": true}
                """
                        .formatted(resource, arguments.replace('\'', '"')));
    }

    private ExecutionResult run(String state) throws InterruptedException {
        String machine =
                """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": %s}}
                """
                        .formatted(state);
        return services.into(Engine.builder().clock(new VirtualClock()))
                .build()
                .start(
                        StateMachineParser.parse(machine).machineOrThrow(),
                        StartRequest.here("test", "run", json("{}")))
                .await();
    }

    @Test
    void invokesAFunctionByName() throws Exception {
        ExecutionResult result =
                run("arn:aws:states:::lambda:invoke", "{'FunctionName': 'Double', 'Payload': 21}");

        assertThat(output(result).get("Payload")).isEqualTo(json("42"));
        assertThat(output(result).get("StatusCode")).isEqualTo(json("200"));
        assertThat(output(result).get("ExecutedVersion").stringValue()).isEqualTo("$LATEST");
    }

    @Test
    void invokesAFunctionByItsArnAndQualifier() throws Exception {
        ExecutionResult result =
                run(
                        "arn:aws:states:::lambda:invoke",
                        "{'FunctionName': '" + FUNCTION + ":live', 'Payload': '4'}");

        assertThat(output(result).get("Payload")).isEqualTo(json("8"));
    }

    @Test
    void answersThePayloadWhenTheResourceIsTheFunction() throws Exception {
        assertThat(run(FUNCTION, "5").output()).isEqualTo(json("10"));
    }

    @Test
    void failsAsTheFunctionSays() throws Exception {
        services.function(
                "Double",
                _ -> {
                    throw new FunctionError("Odd", "not even", List.of("line 1"));
                });

        ExecutionResult result =
                run("arn:aws:states:::lambda:invoke", "{'FunctionName': 'Double'}");

        assertThat(result.error()).isEqualTo("Odd");
        assertThat(JsonMapper.shared().readTree(result.cause()))
                .isEqualTo(
                        json(
                                "{'errorMessage': 'not even', 'errorType': 'Odd', 'stackTrace':"
                                        + " ['line 1']}"));
    }

    @Test
    void failsWithTheClassOfWhatAFunctionThrows() throws Exception {
        services.function(
                "Double",
                _ -> {
                    throw new ArithmeticException("by zero");
                });

        assertThat(run("arn:aws:states:::lambda:invoke", "{'FunctionName': 'Double'}").error())
                .isEqualTo("java.lang.ArithmeticException");
    }

    @Test
    void knowsNoOtherFunction() throws Exception {
        ExecutionResult result =
                run("arn:aws:states:::lambda:invoke", "{'FunctionName': 'Triple'}");

        assertThat(result.error()).isEqualTo("Lambda.ResourceNotFoundException");
        assertThat(result.cause()).contains("(Service: AWSLambda; Status Code: 404; Error Code:");
    }

    @Test
    void publishesToATopic() throws Exception {
        List<JsonNode> published = new ArrayList<>();
        services.topic(TOPIC, published::add);

        ExecutionResult result =
                run(
                        "arn:aws:states:::sns:publish",
                        "{'TopicArn': '" + TOPIC + "', 'Message': {'a': 1}}");

        assertThat(output(result).get("MessageId").isString()).isTrue();
        assertThat(published)
                .extracting(each -> each.get("Message"))
                .containsExactly(json("{'a': 1}"));
    }

    @Test
    void knowsNoOtherTopic() throws Exception {
        ExecutionResult result =
                run(
                        "arn:aws:states:::sns:publish",
                        "{'TopicArn': '" + TOPIC + "', 'Message': 'x'}");

        assertThat(result.error()).isEqualTo("SNS.NotFoundException");
    }

    @Test
    void putsEvents() throws Exception {
        List<JsonNode> entries = new ArrayList<>();
        services.bus("default", entries::add);

        ExecutionResult result =
                run(
                        "arn:aws:states:::events:putEvents",
                        "{'Entries': [{'Source': 's', 'DetailType': 't', 'Detail': {'a': 1}}]}");

        assertThat(output(result).get("FailedEntryCount")).isEqualTo(json("0"));
        assertThat(entries.getFirst().get("Detail")).isEqualTo(json("{'a': 1}"));
        assertThat(entries.getFirst().get("Resources").get(0).stringValue())
                .contains(":execution:");
    }

    @Test
    void failsWhenAnEventHasNoSource() throws Exception {
        ExecutionResult result =
                run(
                        "arn:aws:states:::events:putEvents",
                        "{'Entries': [{'DetailType': 't', 'Detail': {}}]}");

        assertThat(result.error()).isEqualTo("EventBridge.FailedEntry");
        assertThat(JsonMapper.shared().readTree(result.cause()).get("FailedEntryCount"))
                .isEqualTo(json("1"));
    }

    @Test
    void getsAnObject() throws Exception {
        services.object("b", "k", "hello");

        ExecutionResult result =
                run("arn:aws:states:::aws-sdk:s3:getObject", "{'Bucket': 'b', 'Key': 'k'}");

        assertThat(output(result).get("Body").stringValue()).isEqualTo("hello");
        assertThat(output(result).get("ContentLength").asInt()).isEqualTo(5);
    }

    @Test
    void knowsNoOtherObject() throws Exception {
        services.object("b", "k", "hello");

        ExecutionResult result =
                run("arn:aws:states:::aws-sdk:s3:getObject", "{'Bucket': 'b', 'Key': 'none'}");

        assertThat(result.error()).isEqualTo("S3.NoSuchKeyException");
        assertThat(result.cause())
                .startsWith("The specified key does not exist. (Service: S3, Status Code: 404,");
    }

    @Test
    void listsObjectsForAMap() throws Exception {
        services.object("b", "in/1", "one").object("b", "in/2", "two").object("b", "out", "");

        ExecutionResult result =
                run(
                        """
                        {"Type": "Map", "End": true,
                          "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
                            "Arguments": {"Bucket": "b", "Prefix": "in/"}},
                          "ItemSelector": "{% $states.context.Map.Item.Value.Key %}",
                          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}},
                            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}}}
                        """);

        assertThat(result.output()).isEqualTo(json("['in/1', 'in/2']"));
    }

    @Test
    void readsTheItemsOfAnObject() throws Exception {
        services.object("b", "k", "[1, 2, 3]");

        ExecutionResult result =
                run(
                        """
                        {"Type": "Map", "End": true,
                          "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                            "ReaderConfig": {"InputType": "JSON", "MaxItems": 2},
                            "Arguments": {"Bucket": "b", "Key": "k"}},
                          "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}},
                            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}}}
                        """);

        assertThat(result.output()).isEqualTo(json("[1, 2]"));
    }
}
