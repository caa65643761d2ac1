package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A history as {@code aws stepfunctions get-execution-history} prints it: payloads are JSON in
 * texts, details stand under AWS's names (API reference, "HistoryEvent"). Nothing is ever
 * truncated. What the engine does not know is left out: the role, and the region of an execution
 * that lives {@code here}.
 */
public final class ExecutionHistory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    /** What stands for the region where there is none. */
    private static final String HERE = "here";

    /** Fields that hold a payload, and what says whether it was truncated. */
    private static final Map<String, String> PAYLOADS =
            Map.of("input", "inputDetails", "output", "outputDetails", "parameters", "");

    private static final Set<EventType> WITHOUT_DETAILS =
            Set.of(
                    EventType.LAMBDA_FUNCTION_STARTED,
                    EventType.PARALLEL_STATE_STARTED,
                    EventType.PARALLEL_STATE_SUCCEEDED,
                    EventType.PARALLEL_STATE_FAILED,
                    EventType.MAP_STATE_SUCCEEDED,
                    EventType.MAP_STATE_FAILED,
                    EventType.MAP_RUN_SUCCEEDED,
                    EventType.MAP_RUN_ABORTED);

    private ExecutionHistory() {}

    /** The events of an execution so far: {@code {"events": [...]}}. */
    public static ObjectNode of(Execution execution) {
        return of(execution.id(), execution.history());
    }

    /** Events of the execution with the given ARN, oldest first. */
    public static ObjectNode of(String executionArn, List<HistoryEvent> events) {
        List<String> parts = List.of(executionArn.split(":", -1));
        String region = parts.size() > 3 ? parts.get(3) : HERE;
        ObjectNode history = Json.object();
        ArrayNode all = history.putArray("events");
        events.forEach(event -> all.add(of(event, region)));
        return history;
    }

    private static ObjectNode of(HistoryEvent event, String region) {
        ObjectNode shown = Json.object();
        shown.put("timestamp", TIME.format(event.timestamp()));
        shown.put("type", event.type().awsName());
        shown.put("id", event.id());
        shown.put("previousEventId", event.previousEventId());
        String name = detailsName(event.type());
        if (!name.isEmpty()) {
            ObjectNode details = details(event.details());
            if (event.type() == EventType.TASK_SCHEDULED && !region.equals(HERE)) {
                details.put("region", region);
            }
            shown.set(name, details);
        }
        return shown;
    }

    /** The field that holds an event's details; empty for types that have none. */
    private static String detailsName(EventType type) {
        String name = type.awsName();
        if (name.endsWith("StateEntered")) {
            return "stateEnteredEventDetails";
        }
        if (name.endsWith("StateExited")) {
            return "stateExitedEventDetails";
        }
        if (name.endsWith("StateAborted") || WITHOUT_DETAILS.contains(type)) {
            return "";
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "EventDetails";
    }

    private static ObjectNode details(ObjectNode known) {
        ObjectNode details = Json.object();
        for (Map.Entry<String, JsonNode> field : known.properties()) {
            String name = field.getKey();
            String truncation = PAYLOADS.get(name);
            if (truncation != null) {
                details.put(name, field.getValue().toString());
                if (!truncation.isEmpty()) {
                    details.set(truncation, complete());
                }
            } else if (name.equals("assignedVariables")) {
                ObjectNode texts = details.putObject(name);
                field.getValue()
                        .properties()
                        .forEach(each -> texts.put(each.getKey(), each.getValue().toString()));
                details.set("assignedVariablesDetails", complete());
            } else {
                details.set(name, field.getValue());
            }
        }
        return details;
    }

    private static ObjectNode complete() {
        return Json.object().put("truncated", false);
    }
}
