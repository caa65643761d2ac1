package dev.nightjar.asl.conformance;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Objects of S3 that a case holds: by bucket and key, each a text. */
final class FakeObjects {
    private static final String GET = "arn:aws:states:::aws-sdk:s3:getObject";
    private static final String LIST = ":listObjectsV2";

    private final JsonNode buckets;

    FakeObjects(JsonNode buckets) {
        this.buckets = buckets;
    }

    /** Whether a task of this resource finds its answer here. */
    boolean has(String resource) {
        return resource.equals(GET) && buckets.isObject();
    }

    JsonNode handle(TaskCall call) throws TaskFailure {
        String body = body(call.arguments());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("Body", body);
        return answer.put("ContentLength", body.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What an ItemReader finds: the items of an object, or the objects of a bucket. */
    JsonNode items(String resource, JsonNode arguments) throws TaskFailure {
        if (resource.endsWith(LIST)) {
            return listing(arguments);
        }
        String body = body(arguments);
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException problem) {
            throw new TaskFailure(
                    "States.ItemReaderFailed",
                    "The object is not JSON: " + problem.getOriginalMessage());
        }
    }

    private String body(JsonNode arguments) throws TaskFailure {
        JsonNode body = bucket(arguments).path(arguments.path("Key").asString(""));
        if (body.isMissingNode()) {
            throw notThere("S3.NoSuchKeyException", "The specified key does not exist.");
        }
        return body.isString() ? body.stringValue() : body.toString();
    }

    private JsonNode bucket(JsonNode arguments) throws TaskFailure {
        JsonNode bucket = buckets.path(arguments.path("Bucket").asString(""));
        if (bucket.isMissingNode() && !buckets.isEmpty()) {
            throw notThere("S3.NoSuchBucketException", "The specified bucket does not exist");
        }
        return bucket;
    }

    private static TaskFailure notThere(String error, String message) {
        return new TaskFailure(
                error,
                message
                        + " (Service: S3, Status Code: 404, Request ID: 0000000000000000, Extended"
                        + " Request ID: 0000000000000000)");
    }

    private ArrayNode listing(JsonNode arguments) throws TaskFailure {
        String prefix = arguments.path("Prefix").asString("");
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> object : bucket(arguments).properties()) {
            if (object.getKey().startsWith(prefix)) {
                String body = object.getValue().asString();
                objects.addObject()
                        .put("Etag", "\"" + Integer.toHexString(body.hashCode()) + "\"")
                        .put("Key", object.getKey())
                        .put("LastModified", 0)
                        .put("Size", body.getBytes(StandardCharsets.UTF_8).length)
                        .put("StorageClass", "STANDARD");
            }
        }
        return objects;
    }
}
