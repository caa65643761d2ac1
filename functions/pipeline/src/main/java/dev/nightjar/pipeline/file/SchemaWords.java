package dev.nightjar.pipeline.file;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a keyword of the schema objects to, in words.
 *
 * @param keyword that failed
 * @param value that it failed on
 * @param written the value as the file writes it
 * @param schema that holds the keyword
 */
record SchemaWords(
        String keyword, String pointer, JsonNode value, String written, JsonNode schema) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/@-]*");

    String code() {
        return switch (keyword) {
            case "type" -> "wrong-type";
            case "enum" -> "unknown-value";
            case "pattern" -> "malformed";
            case "minimum", "maximum", "minItems", "maxItems" -> "out-of-range";
            case "minLength", "minProperties" -> "empty";
            default -> "schema";
        };
    }

    String message() {
        String name = called(pointer);
        return switch (keyword) {
            case "type" ->
                    value.isNull()
                            ? name + " is empty"
                            : name + " must be " + expected() + ", not " + kind();
            case "enum" -> "unknown " + Pointer.name(pointer) + " '" + written + "'";
            case "pattern" -> name + " '" + written + "' is not " + titled();
            case "minimum" -> name + " is " + written + ", less than " + schema.path("minimum");
            case "maximum" -> name + " is " + written + ", more than " + schema.path("maximum");
            case "minItems" -> name + " has too few items";
            case "maxItems" -> name + " has too many items";
            case "minLength", "minProperties" -> name + " is empty";
            default -> name + " fails '" + keyword + "'";
        };
    }

    String remedy() {
        return switch (keyword) {
            case "enum" -> suggestion() + "Known: " + String.join(", ", known());
            case "minimum", "maximum" ->
                    "Write a number from "
                            + schema.path("minimum").asString()
                            + " to "
                            + schema.path("maximum").asString();
            case "pattern" -> "Write it like " + examples();
            case "type" -> typeRemedy();
            default -> "Write it like " + example(schema);
        };
    }

    /**
     * The value as a person names it: {@code split.holdout}, {@code column 'age'}, {@code
     * gates[1]}.
     */
    static String called(String pointer) {
        String parent = Pointer.parent(pointer);
        if (parent.equals("/columns")) {
            return "column '" + Pointer.name(pointer) + "'";
        }
        if (parent.startsWith("/columns/")) {
            return Pointer.name(pointer).matches("[0-9]+")
                    ? Pointer.name(parent) + "[" + Pointer.name(pointer) + "]"
                    : Pointer.name(pointer);
        }
        StringBuilder name = new StringBuilder();
        for (String part : pointer.substring(1).split("/", -1)) {
            if (part.matches("[0-9]+")) {
                name.append('[').append(part).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(part);
            }
        }
        return name.toString();
    }

    /** The first example of a schema as YAML. */
    static String example(JsonNode schema) {
        JsonNode example = schema.path("examples").path(0);
        if (example.isMissingNode()) {
            JsonNode first = schema.path("enum").path(0);
            return first.isMissingNode() ? schema.path("default").toString() : first.asString();
        }
        return yaml(example);
    }

    static String yaml(JsonNode value) {
        if (value.isString()) {
            return text(value.asString());
        }
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> parts.add(yaml(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (value.isObject()) {
            value.forEachEntry((name, member) -> parts.add(name + ": " + yaml(member)));
            return "{ " + String.join(", ", parts) + " }";
        }
        return value.toString();
    }

    private static String text(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return text.contains("\"") ? "'" + text + "'" : "\"" + text + "\"";
    }

    private String titled() {
        return schema.path("title").asString("what belongs here");
    }

    private String typeRemedy() {
        if (schema.has("enum")) {
            return "Known: " + String.join(", ", known());
        }
        if (!schema.has("examples") && schema.has("properties")) {
            return "Keys here: " + String.join(", ", schema.path("properties").propertyNames());
        }
        boolean flag = schema.path("type").asString("").equals("boolean");
        return flag ? "Write true or false" : "Write it like " + example(schema);
    }

    private String examples() {
        List<String> examples =
                schema.path("examples").valueStream().map(SchemaWords::yaml).toList();
        return String.join(" or ", examples);
    }

    private List<String> known() {
        return schema.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private String suggestion() {
        return Suggestion.sentence(written, known());
    }

    private String expected() {
        JsonNode type = schema.path("type");
        List<String> types =
                type.isArray()
                        ? type.valueStream().map(JsonNode::asString).toList()
                        : List.of(type.asString());
        return String.join(" or ", types.stream().map(SchemaWords::noun).distinct().toList());
    }

    private static String noun(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a table of keys";
            default -> type;
        };
    }

    private String kind() {
        return switch (value.getNodeType()) {
            case STRING -> "the text '" + written + "'";
            case NUMBER -> "the number " + written;
            case BOOLEAN -> written;
            case ARRAY -> "a list";
            case OBJECT -> "a table of keys";
            case NULL, BINARY, MISSING, POJO -> "nothing";
        };
    }
}
