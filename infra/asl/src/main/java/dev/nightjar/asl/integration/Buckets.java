package dev.nightjar.asl.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.parse.ItemReader;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskIntegration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects behind {@code aws-sdk:s3:getObject}, and behind the ItemReader of a distributed Map
 * ("ItemReader (Map)", developer guide). Immutable and safe for use by many threads.
 */
final class Buckets implements TaskIntegration {
    private static final String GET = "arn:aws:states:::aws-sdk:s3:getObject";

    private final Map<String, Map<String, StoredObject>> buckets = new TreeMap<>();

    Buckets(List<StoredObject> objects) {
        for (StoredObject object : objects) {
            buckets.computeIfAbsent(object.bucket(), _ -> new TreeMap<>())
                    .put(object.key(), object);
        }
    }

    @Override
    public boolean accepts(String resource) {
        return resource.equals(GET)
                || resource.equals(ItemReader.GET_OBJECT)
                || resource.equals(ItemReader.LIST_OBJECTS);
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure {
        return switch (call.resource()) {
            case GET -> get(find(call));
            case ItemReader.LIST_OBJECTS -> list(call);
            default -> items(find(call));
        };
    }

    private Map<String, StoredObject> bucket(TaskCall call) throws TaskFailure {
        Map<String, StoredObject> bucket =
                buckets.get(call.arguments().path("Bucket").asString(""));
        if (bucket == null) {
            throw failure(call, "NoSuchBucket", "The specified bucket does not exist");
        }
        return bucket;
    }

    private StoredObject find(TaskCall call) throws TaskFailure {
        StoredObject object = bucket(call).get(call.arguments().path("Key").asString(""));
        if (object == null) {
            throw failure(call, "NoSuchKey", "The specified key does not exist.");
        }
        return object;
    }

    private static TaskFailure failure(TaskCall call, String code, String message) {
        String cause =
                "%s (Service: S3, Status Code: 404, Request ID: %s, Extended Request ID: %s)"
                        .formatted(message, Sdk.id(call, "request"), Sdk.id(call, "extended"));
        return new TaskFailure("S3." + code + "Exception", cause);
    }

    private static JsonNode get(StoredObject object) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("AcceptRanges", "bytes");
        answer.put("ContentLength", object.text().getBytes(UTF_8).length);
        answer.put("ContentType", "binary/octet-stream");
        answer.put("ETag", etag(object));
        answer.put("LastModified", object.lastModified().toString());
        answer.putObject("Metadata");
        answer.put("ServerSideEncryption", "AES256");
        answer.put("Body", object.text());
        return answer;
    }

    private static String etag(StoredObject object) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(object.text().getBytes(UTF_8));
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static JsonNode items(StoredObject object) throws TaskFailure {
        try {
            return JsonMapper.shared().readTree(object.text());
        } catch (JacksonException problem) {
            throw new TaskFailure(
                    "States.ItemReaderFailed",
                    "Unable to parse the object as JSON: " + problem.getOriginalMessage());
        }
    }

    private ArrayNode list(TaskCall call) throws TaskFailure {
        String prefix = call.arguments().path("Prefix").asString("");
        ArrayNode listed = JsonNodeFactory.instance.arrayNode();
        for (StoredObject object : bucket(call).values()) {
            if (object.key().startsWith(prefix)) {
                ObjectNode item = listed.addObject();
                item.put("Etag", etag(object));
                item.put("Key", object.key());
                item.put("LastModified", object.lastModified().getEpochSecond());
                item.put("Size", object.text().getBytes(UTF_8).length);
                item.put("StorageClass", "STANDARD");
            }
        }
        return listed;
    }
}
