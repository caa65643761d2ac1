package dev.nightjar.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The few calls of the Step Functions API that a benchmark makes, in the AWS JSON 1.0 protocol.
 * Signed for an emulator, which looks at nothing but the form of a signature. Safe for use by
 * multiple threads.
 */
final class StatesApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/states/aws4_request,"
                    + " SignedHeaders=host, Signature=0";

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI address;

    StatesApi(URI address) {
        this.address = requireNonNull(address, "address is null");
    }

    /** What LocalStack says of itself: its version, among others. */
    JsonNode health() throws LocalStackFailure, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve("/_localstack/health")));
    }

    /** The ARN of a new state machine. */
    String createStateMachine(String name, String definition)
            throws LocalStackFailure, InterruptedException {
        ObjectNode request = object().put("name", name).put("definition", definition);
        request.put("roleArn", "arn:aws:iam::000000000000:role/bench");
        return call("CreateStateMachine", request).path("stateMachineArn").asString("");
    }

    void deleteStateMachine(String arn) throws LocalStackFailure, InterruptedException {
        var _ = call("DeleteStateMachine", object().put("stateMachineArn", arn));
    }

    /** The ARN of a new execution. */
    String startExecution(String stateMachineArn, JsonNode input)
            throws LocalStackFailure, InterruptedException {
        ObjectNode request = object().put("stateMachineArn", stateMachineArn);
        request.put("input", input.toString());
        return call("StartExecution", request).path("executionArn").asString("");
    }

    /** The execution, as DescribeExecution answers. */
    JsonNode describeExecution(String arn) throws LocalStackFailure, InterruptedException {
        return call("DescribeExecution", object().put("executionArn", arn));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode call(String operation, ObjectNode request)
            throws LocalStackFailure, InterruptedException {
        return send(
                HttpRequest.newBuilder(address.resolve("/"))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AWSStepFunctions." + operation)
                        .header("Authorization", SIGNATURE)
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
    }

    private JsonNode send(HttpRequest.Builder request)
            throws LocalStackFailure, InterruptedException {
        try {
            var response =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(UTF_8));
            if (response.statusCode() != 200) {
                throw new LocalStackFailure(
                        "%s answers %d: %s"
                                .formatted(address, response.statusCode(), response.body()));
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException | JacksonException broken) {
            throw new LocalStackFailure("%s: %s".formatted(address, broken), broken);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
