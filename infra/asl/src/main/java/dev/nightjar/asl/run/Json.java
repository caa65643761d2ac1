package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Small JSON that the engine writes itself. */
final class Json {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode object(String field, JsonNode value) {
        ObjectNode object = object();
        object.set(field, value);
        return object;
    }

    static ObjectNode putText(ObjectNode object, String field, @Nullable String text) {
        if (text != null) {
            object.put(field, text);
        }
        return object;
    }

    /** A failure as events show it: Error and Cause only where they are given. */
    static ObjectNode failure(StateFailure failure) {
        return putText(putText(object(), "error", failure.error()), "cause", failure.cause());
    }

    static String time(Instant instant) {
        return MILLIS.format(instant);
    }
}
