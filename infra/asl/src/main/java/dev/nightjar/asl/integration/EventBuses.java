package dev.nightjar.asl.integration;

import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskIntegration;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Event buses behind {@code events:putEvents}: it answers {@code {Entries: [{EventId}],
 * FailedEntryCount}}, and fails with {@code EventBridge.FailedEntry} when an entry does ("Add
 * EventBridge events with Step Functions", developer guide). Safe for use by many threads.
 */
final class EventBuses implements TaskIntegration {
    private static final String PUT = "arn:aws:states:::events:putEvents";
    private static final String DEFAULT = "default";

    private final Map<String, Consumer<JsonNode>> buses;

    EventBuses(Map<String, Consumer<JsonNode>> buses) {
        this.buses = Map.copyOf(buses);
    }

    @Override
    public boolean accepts(String resource) {
        return resource.equals(PUT) || resource.equals(PUT + ".waitForTaskToken");
    }

    @Override
    public JsonNode handle(TaskCall call) throws TaskFailure {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : call.arguments().path("Entries")) {
            String missing = missing(entry);
            ObjectNode result = results.addObject();
            if (missing == null) {
                result.put("EventId", Sdk.id(call, "event " + results.size()));
                bus(entry).accept(event(call, entry));
            } else {
                failed++;
                boolean malformed = missing.isEmpty();
                result.put("ErrorCode", malformed ? "MalformedDetail" : "InvalidArgument");
                result.put(
                        "ErrorMessage",
                        malformed
                                ? "Detail is malformed."
                                : "Parameter %s is not valid. Reason: %s is a required argument."
                                        .formatted(missing, missing));
            }
        }
        answer.put("FailedEntryCount", failed);
        if (failed > 0) {
            throw new TaskFailure("EventBridge.FailedEntry", answer.toString());
        }
        return answer;
    }

    /** The field that an entry lacks, empty when its Detail is no object, or null. */
    private static @Nullable String missing(JsonNode entry) {
        for (String field : new String[] {"Source", "DetailType", "Detail"}) {
            if (!entry.has(field)) {
                return field;
            }
        }
        return detail(entry).isObject() ? null : "";
    }

    private static JsonNode detail(JsonNode entry) {
        JsonNode detail = entry.path("Detail");
        if (!detail.isString()) {
            return detail;
        }
        try {
            return JsonMapper.shared().readTree(detail.stringValue());
        } catch (JacksonException _) {
            return detail;
        }
    }

    private Consumer<JsonNode> bus(JsonNode entry) {
        String name = entry.path("EventBusName").asString(DEFAULT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return buses.getOrDefault(last, _ -> {});
    }

    /** The entry with its Detail as JSON, and the execution among its resources. */
    private static ObjectNode event(TaskCall call, JsonNode entry) {
        ObjectNode event = ((ObjectNode) entry).deepCopy();
        event.set("Detail", detail(entry));
        event.withArray("Resources").add(call.executionId());
        return event;
    }
}
