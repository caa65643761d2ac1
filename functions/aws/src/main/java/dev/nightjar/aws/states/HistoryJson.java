package dev.nightjar.aws.states;

import dev.nightjar.core.port.ExecutionEvent;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Events as {@code aws stepfunctions get-execution-history} prints them. */
public final class HistoryJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);
    private static final String DETAILS = "EventDetails";

    private HistoryJson() {}

    /** What an event in this form tells. */
    public static ExecutionEvent event(JsonNode shown) {
        JsonNode details = details(shown);
        String type = shown.path("type").asString("");
        JsonNode name = details.path("name");
        boolean named = type.contains("StateE") || type.startsWith("MapIteration");
        return new ExecutionEvent(
                OffsetDateTime.parse(shown.required("timestamp").asString()).toInstant(),
                type,
                named && name.isString() ? name.asString() : null,
                details.toString());
    }

    private static JsonNode details(JsonNode shown) {
        for (Map.Entry<String, JsonNode> field : shown.properties()) {
            if (field.getKey().endsWith(DETAILS)) {
                return field.getValue();
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** An answer's member under the names that it has on the wire; what it lacks is left out. */
    static ObjectNode of(SdkPojo answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (SdkField<?> field : answer.sdkFields()) {
            JsonNode value = value(field.getValueOrDefault(answer));
            if (value != null) {
                json.set(field.locationName(), value);
            }
        }
        return json;
    }

    private static @Nullable JsonNode value(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> _ -> null;
            case SdkAutoConstructMap<?, ?> _ -> null;
            case SdkPojo nested -> of(nested);
            case Instant time -> nodes.stringNode(TIME.format(time));
            case Boolean truth -> nodes.booleanNode(truth);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> nodes.stringNode(value.toString());
        };
    }

    private static ArrayNode list(List<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object each : values) {
            JsonNode value = value(each);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private static ObjectNode map(Map<?, ?> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(
                (name, each) -> {
                    JsonNode value = value(each);
                    if (value != null) {
                        object.set(String.valueOf(name), value);
                    }
                });
        return object;
    }
}
