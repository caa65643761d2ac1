package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.expression.ExpressionLanguage;
import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of one object of the document. Every read marks its field as known, {@link
 * #refuseOthers} complains about the rest. Used by one thread.
 */
final class Fields {
    private static final ExpressionLanguage JSONATA = ExpressionLanguage.jsonata();

    private final ObjectNode object;
    private final String pointer;
    private final List<Problem> problems;
    private final Set<String> known = new HashSet<>();

    Fields(ObjectNode object, String pointer, List<Problem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    boolean has(String field) {
        return object.has(field);
    }

    @Nullable JsonNode raw(String field) {
        known.add(field);
        return object.get(field);
    }

    @Nullable String text(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            wrongType(field, "a string");
            return null;
        }
        return value.stringValue();
    }

    String requiredText(String field) {
        if (!has(field)) {
            missing(field);
        }
        String value = text(field);
        return value == null ? "" : value;
    }

    @Nullable Boolean flag(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            wrongType(field, "true or false");
            return null;
        }
        return value.booleanValue();
    }

    /** Any JSON, with expressions anywhere inside. */
    @Nullable Template template(String field) {
        JsonNode value = raw(field);
        return value == null ? null : compile(field, value);
    }

    /** A literal that satisfies the predicate, or one expression. */
    @Nullable Template template(String field, Predicate<JsonNode> accepted, String expected) {
        Template template = template(field);
        if (template == null) {
            return null;
        }
        boolean wellFormed =
                template.expression() != null
                        || isExpressionText(template.source())
                        || accepted.test(template.source());
        if (!wellFormed) {
            wrongType(field, expected + ", or a JSONata expression");
        }
        return template;
    }

    private static boolean isExpressionText(JsonNode value) {
        return value.isString() && Template.isExpression(value.stringValue());
    }

    private Template compile(String field, JsonNode value) {
        return Template.compile(
                value,
                JSONATA,
                pointer(field),
                (place, message) ->
                        problems.add(
                                Problem.error(
                                        place,
                                        Problem.INVALID_EXPRESSION,
                                        message,
                                        "Mend the expression.")));
    }

    /** A whole number within limits, or the default. */
    int whole(String field, int least, int most, int otherwise) {
        JsonNode value = raw(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            wrongType(field, "a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    @Nullable Fields object(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode child) {
            return new Fields(child, pointer(field), problems);
        }
        wrongType(field, "an object");
        return null;
    }

    /** The objects of an array; an empty list when the field is absent. */
    List<Fields> objects(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return List.of();
        }
        List<Fields> elements = new ArrayList<>();
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof ObjectNode child) {
                    elements.add(new Fields(child, pointer(field) + "/" + i, problems));
                } else {
                    wrongType(field, "an array of objects");
                }
            }
        } else {
            wrongType(field, "an array of objects");
        }
        return elements;
    }

    /** The members of this object that are objects themselves. */
    List<Map.Entry<String, Fields>> members() {
        List<Map.Entry<String, Fields>> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Fields child = object(entry.getKey());
            if (child != null) {
                members.add(Map.entry(entry.getKey(), child));
            }
        }
        return members;
    }

    /** A non-empty array of strings. */
    List<String> texts(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            missing(field);
            return List.of();
        }
        boolean wellFormed =
                value.isArray()
                        && !value.isEmpty()
                        && value.valueStream().allMatch(JsonNode::isString);
        if (!wellFormed) {
            wrongType(field, "a non-empty array of strings");
            return List.of();
        }
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Says so when a field of the language stands here that the engine does not implement. */
    void notImplemented(String field, String remedy) {
        if (has(field)) {
            known.add(field);
            notImplementedAt(field, "Field '" + field + "' is not implemented", remedy);
        }
    }

    void notImplementedAt(String field, String message, String remedy) {
        problems.add(Problem.error(pointer(field), Problem.NOT_IMPLEMENTED, message, remedy));
    }

    void refuseOthers() {
        for (String field : object.propertyNames()) {
            if (!known.contains(field)) {
                schema(
                        "Field '" + field + "' is not supported",
                        "Take it out, or look for a slip of the pen.");
            }
        }
    }

    void missing(String field) {
        schema("Missing required field '" + field + "'", "Add " + field + ".");
    }

    /** A problem of this object. */
    void schema(String message, String remedy) {
        problems.add(Problem.error(pointer, Problem.SCHEMA, message, remedy));
    }

    void wrongType(String field, String expected) {
        problems.add(
                Problem.error(
                        pointer(field),
                        Problem.SCHEMA,
                        "Field '" + field + "' must be " + expected,
                        "Change the value of " + field + "."));
    }
}
