package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Small JSON that the engine writes itself. */
final class Json {
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

    /**
     * The instant in UTC, with three digits of a second. By hand, for every state that looks at
     * {@code $states} has one, and a formatter takes as long as the rest of the state.
     */
    static String time(Instant instant) {
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(24).append(time.toLocalDate()).append('T');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond()).append('.');
        int millis = time.getNano() / 1_000_000;
        text.append((char) ('0' + millis / 100));
        return twoDigits(text, millis % 100).append('Z').toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
