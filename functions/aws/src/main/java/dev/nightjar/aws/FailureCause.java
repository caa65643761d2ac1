package dev.nightjar.aws;

import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import tools.jackson.databind.JsonNode;

/**
 * What an error says for people. Lambda wraps it into JSON with {@code errorMessage}, {@code
 * errorType} and {@code stackTrace} ("AWS Lambda function errors in Java").
 */
public final class FailureCause {
    private FailureCause() {}

    /** The sentence within Lambda's JSON; any other cause as it is. */
    public static String sentence(String cause) {
        if (!cause.startsWith("{")) {
            return cause;
        }
        try {
            JsonNode message = Json.parse(cause).path("errorMessage");
            return message.isString() ? message.asString() : cause;
        } catch (UnreadableJson _) {
            return cause; // not Lambda's
        }
    }
}
