package dev.nightjar.asl.teststate;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Holds a mocked result against the shape of a service's answer, as AWS words it. */
record AnswerCheck(boolean requires) {

    /** Checks a whole result. */
    void check(JsonNode result, JsonNode shape) {
        if (!result.isObject()) {
            throw StateTestRefusedException.validation("Mocked result must be a JSON object.");
        }
        fields(result, shape);
    }

    private void fields(JsonNode value, JsonNode shape) {
        if (requires) {
            for (JsonNode required : shape.path("required")) {
                if (!value.has(required.stringValue())) {
                    throw mismatch("Required field '" + required.stringValue() + "' is missing");
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode known = shape.get("fields").get(field.getKey());
            if (known != null) {
                value(field.getValue(), known, field.getKey());
            }
        }
    }

    private void value(JsonNode value, JsonNode shape, String name) {
        if (shape.has("fields")) {
            demand(value.isObject(), name, "must be an object");
            fields(value, shape);
        } else if (shape.has("items")) {
            demand(value.isArray(), name, "must be an array");
            value.forEach(item -> value(item, shape.get("items"), name));
        } else if (shape.has("values")) {
            demand(value.isObject(), name, "must be an object");
            value.forEach(member -> value(member, shape.get("values"), name));
        } else if (shape.has("type")) {
            scalar(value, shape, name);
        }
    }

    private static void scalar(JsonNode value, JsonNode shape, String name) {
        switch (shape.get("type").stringValue()) {
            case "string" -> text(value, shape, name);
            case "number" -> number(value, shape, name);
            case "boolean" -> demand(value.isBoolean(), name, "must be a boolean");
            default -> throw new IllegalStateException("answers.json: " + shape);
        }
    }

    private static void text(JsonNode value, JsonNode shape, String name) {
        demand(value.isString(), name, "must be a string");
        String text = value.stringValue();
        JsonNode words = shape.get("enum");
        if (words != null) {
            boolean known = words.valueStream().anyMatch(word -> word.stringValue().equals(text));
            demand(known, name, "is not an expected value");
        }
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        demand(length >= shape.path("min").asInt(0), name, "is smaller than the minimum length");
        demand(
                length <= shape.path("max").asInt(Integer.MAX_VALUE),
                name,
                "exceeds the maximum length");
    }

    private static void number(JsonNode value, JsonNode shape, String name) {
        demand(value.isNumber(), name, "must be a number");
        double number = value.doubleValue();
        demand(
                !shape.has("min") || number >= shape.get("min").doubleValue(),
                name,
                "is less than the minimum value");
        demand(
                !shape.has("max") || number <= shape.get("max").doubleValue(),
                name,
                "exceeds the maximum value");
    }

    private static void demand(boolean met, String name, String demand) {
        if (!met) {
            throw mismatch("Field '" + name + "' " + demand);
        }
    }

    private static StateTestRefusedException mismatch(String what) {
        return StateTestRefusedException.validation("Mock result schema validation error: " + what);
    }
}
