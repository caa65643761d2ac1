package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.core.store.StoredObject;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

/** The ItemReader {@code s3:getObject} over the store of this machine. */
final class ReadObject implements TaskHandler {
    static final String RESOURCE = "arn:aws:states:::s3:getObject";

    private final ObjectStore store;

    ReadObject(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure {
        String bucket = call.arguments().path("Bucket").asString("");
        String key = call.arguments().path("Key").asString("");
        if (!bucket.equals(store.bucket())) {
            throw new TaskFailure(
                    "S3.NoSuchBucketException", "there is no bucket '" + bucket + "'");
        }
        StoredObject object =
                store.find(key)
                        .orElseThrow(
                                () -> new TaskFailure("S3.NoSuchKeyException", "no object " + key));
        return Json.parse(object.bytes());
    }
}
