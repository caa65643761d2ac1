package dev.nightjar.local.aws;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads events as {@code aws stepfunctions get-execution-history} prints them (API reference,
 * "HistoryEvent"). Types that our machines never cause are left out. For one execution.
 */
final class HistoryEvents {
    private static final Map<String, EventType> TYPES =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::awsName, Function.identity()));

    /** Fields whose texts hold JSON. */
    private static final Set<String> PAYLOADS = Set.of("input", "output", "parameters");

    private static final String DETAILS = "EventDetails";

    private final Map<Long, String> stateById = new HashMap<>();

    private HistoryEvents() {}

    /** The events, in the order in which they are given: oldest first. */
    static List<HistoryEvent> of(List<JsonNode> shown) {
        HistoryEvents reader = new HistoryEvents();
        List<HistoryEvent> events = new ArrayList<>();
        for (JsonNode event : shown) {
            HistoryEvent read = reader.read(event);
            if (read != null) {
                events.add(read);
            }
        }
        return List.copyOf(events);
    }

    private @Nullable HistoryEvent read(JsonNode shown) {
        String name = shown.path("type").asString("");
        long id = shown.path("id").asLong();
        long previous = shown.path("previousEventId").asLong();
        ObjectNode details = details(shown);
        String state = state(name, details, previous);
        if (state != null) {
            stateById.put(id, state);
        }
        EventType type = TYPES.get(name);
        return type == null
                ? null
                : new HistoryEvent(
                        id,
                        previous,
                        type,
                        OffsetDateTime.parse(shown.path("timestamp").asString()).toInstant(),
                        state,
                        details);
    }

    /**
     * Only the events of entering and leaving name their state; the others follow one that does.
     */
    private @Nullable String state(String type, ObjectNode details, long previous) {
        if (type.startsWith("Execution")) {
            return null;
        }
        JsonNode name = details.path("name");
        return name.isString() ? name.asString() : stateById.get(previous);
    }

    private static ObjectNode details(JsonNode shown) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : shown.properties()) {
            if (field.getKey().endsWith(DETAILS)) {
                field.getValue()
                        .properties()
                        .forEach(each -> details.set(each.getKey(), value(each)));
            }
        }
        return details;
    }

    private static JsonNode value(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return PAYLOADS.contains(field.getKey()) && value.isString()
                ? payload(value.asString())
                : value;
    }

    /** The JSON within a text. */
    static JsonNode payload(String text) {
        try {
            return Json.parse(text);
        } catch (UnreadableJson _) {
            return Json.tree(text); // a payload that the service cut off
        }
    }
}
