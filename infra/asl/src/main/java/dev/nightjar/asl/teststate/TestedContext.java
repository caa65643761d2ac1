package dev.nightjar.asl.teststate;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** A context object that a test brings ("Using context field in the TestState API"). */
final class TestedContext {
    private static final Map<String, Map<String, String>> FIELDS =
            Map.of(
                    "Execution",
                    Map.of(
                            "Id", "a string",
                            "Input", "anything",
                            "Name", "a string",
                            "RoleArn", "a string",
                            "StartTime", "a string",
                            "RedriveCount", "an integer",
                            "RedriveTime", "a string"),
                    "State",
                    Map.of(
                            "EnteredTime",
                            "a string",
                            "Name",
                            "a string",
                            "RetryCount",
                            "an integer"),
                    "StateMachine",
                    Map.of("Id", "a string", "Name", "a string"),
                    "Task",
                    Map.of("Token", "a string"));

    private TestedContext() {}

    /** The context object of a text; refuses what AWS refuses. */
    static ObjectNode parse(String text, boolean takesToken) {
        JsonNode read;
        try {
            read = JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw refused("it must be valid JSON");
        }
        if (!(read instanceof ObjectNode context)) {
            throw refused("it must be an object");
        }
        if (context.has("Map")) {
            throw refused("'Map' field is not supported when mocking a Context object");
        }
        context.properties().forEach(part -> part(part.getKey(), part.getValue()));
        if (context.has("Task") && !takesToken) {
            throw refused(
                    "Context object contains 'Task' when state is not a Task state with a '.sync'"
                            + " or '.waitForTaskToken' service integration pattern");
        }
        return context;
    }

    private static void part(String name, JsonNode part) {
        Map<String, String> fields = FIELDS.get(name);
        if (fields == null) {
            throw refused("Field '" + name + "' is not allowed");
        }
        if (!part.isObject()) {
            throw refused(name + " must be an object");
        }
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            String type = fields.get(field.getKey());
            if (type == null) {
                throw refused("Field '" + field.getKey() + "' is not allowed");
            }
            if (!matches(field.getValue(), type)) {
                throw refused(name + "." + field.getKey() + " must be " + type);
            }
        }
    }

    private static boolean matches(JsonNode value, String type) {
        return switch (type) {
            case "a string" -> value.isString();
            case "an integer" -> value.isIntegralNumber();
            default -> true;
        };
    }

    private static StateTestRefusedException refused(String what) {
        return StateTestRefusedException.validation("Invalid Context object provided: " + what);
    }
}
