package dev.nightjar.asl.integration;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskIntegration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Topics behind {@code sns:publish}, which answers {@code {MessageId}} ("Publish messages to an
 * Amazon SNS topic with Step Functions", developer guide). Safe for use by many threads.
 */
final class Topics implements TaskIntegration {
    private static final String PUBLISH = "arn:aws:states:::sns:publish";

    private final Map<String, Consumer<JsonNode>> topics;

    Topics(Map<String, Consumer<JsonNode>> topics) {
        this.topics = Map.copyOf(topics);
    }

    @Override
    public boolean accepts(String resource) {
        return resource.equals(PUBLISH) || resource.equals(PUBLISH + ".waitForTaskToken");
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure {
        JsonNode arguments = call.arguments();
        String arn = arguments.path("TopicArn").asString(arguments.path("TargetArn").asString(""));
        Consumer<JsonNode> topic = topics.get(arn);
        if (topic == null) {
            throw Sdk.failure(call, "SNS", "AmazonSNS", 404, "NotFound", "Topic does not exist");
        }
        topic.accept(arguments);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("MessageId", Sdk.id(call, "message"));
        Sdk.addMetadata(answer, call);
        return answer;
    }
}
