package dev.nightjar.asl.parse;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * What a state in JSONPath may write into its own fields (specification, "Paths", "Payload
 * Template"). The engine does not run such states, but AWS's verdict on them is given.
 */
final class JsonPathFields {
    private static final List<String> TEMPLATES =
            List.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "BatchInput");

    private JsonPathFields() {}

    static void check(Fields fields, Vocabulary vocabulary) {
        for (String field : vocabulary.jsonPath()) {
            JsonNode value = fields.raw(field);
            if (value != null && field.endsWith("Path") && !isPath(field, value)) {
                fields.wrongValue(field, "a JSONPath");
            }
        }
        for (String field : TEMPLATES) {
            JsonNode value = fields.raw(field);
            if (value != null) {
                checkTemplate(fields, field, value);
            }
        }
    }

    private static boolean isPath(String field, JsonNode value) {
        boolean optional =
                List.of("InputPath", "OutputPath", "ResultPath").contains(field) && value.isNull();
        boolean intrinsic = field.equals("ErrorPath") || field.equals("CausePath");
        return optional || isReference(value, intrinsic);
    }

    private static boolean isReference(JsonNode value, boolean intrinsic) {
        return value.isString()
                && (value.stringValue().startsWith("$")
                        || (intrinsic && value.stringValue().startsWith("States.")));
    }

    private static void checkTemplate(Fields fields, String field, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (member.getKey().endsWith(".$") && !isReference(member.getValue(), true)) {
                fields.problem(
                        field,
                        "The value for the field '"
                                + member.getKey()
                                + "' must be a valid JSONPath or a valid intrinsic function call",
                        "Write a path that begins with $.");
            }
            checkTemplate(fields, field, member.getValue());
        }
        value.valueStream()
                .filter(JsonNode::isContainer)
                .filter(_ -> value.isArray())
                .forEach(element -> checkTemplate(fields, field, element));
    }
}
