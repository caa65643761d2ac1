package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.expression.ExpressionLanguage;
import dev.nightjar.asl.expression.StatesFields;
import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of one object of the document. What is wrong with one is a problem, worded as AWS does
 * where that is known; the read then gives nothing. Used by one thread.
 */
final class Fields {
    private static final ExpressionLanguage JSONATA = ExpressionLanguage.jsonata();

    private static final Set<String> STATES_WITH_RESULT = Set.of("Task", "Parallel", "Map");

    private final ObjectNode object;
    private final String pointer;
    private final QueryLanguage language;
    private final List<Problem> problems;

    Fields(ObjectNode object, String pointer, QueryLanguage language, List<Problem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.language = language;
        this.problems = problems;
    }

    /** The same object, read in another query language. */
    Fields in(QueryLanguage other) {
        return new Fields(object, pointer, other, problems);
    }

    QueryLanguage language() {
        return language;
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return join(pointer, field);
    }

    static String join(String pointer, String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    boolean has(String field) {
        return object.has(field);
    }

    @Nullable JsonNode raw(String field) {
        return object.get(field);
    }

    @Nullable String text(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            notOfType(field, "String");
            return null;
        }
        return value.stringValue();
    }

    /** A text, empty when it is not there; {@link #require} says that. */
    String textOrEmpty(String field) {
        String value = text(field);
        return value == null ? "" : value;
    }

    /** One of the given words. */
    @Nullable String oneOf(String field, List<String> words) {
        String value = text(field);
        if (value == null || words.contains(value)) {
            return value;
        }
        problem(
                field,
                "The field '" + field + "' should have one of these values: " + words,
                "Use one of these values.");
        return null;
    }

    @Nullable Boolean flag(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            notOfType(field, "Boolean");
            return null;
        }
        return value.booleanValue();
    }

    /** Any JSON, in JSONata with expressions anywhere inside. */
    @Nullable Template template(String field) {
        JsonNode value = raw(field);
        return value == null ? null : compile(field, value);
    }

    /** A literal that satisfies the predicate, or one expression. */
    @Nullable Template template(
            String field, String type, Predicate<JsonNode> accepted, String expected) {
        Template template = template(field);
        if (template == null || isExpression(template)) {
            return template;
        }
        JsonNode source = template.source();
        if (!accepted.test(source)) {
            if (isOfType(source, type)) {
                wrongValue(field, expected);
            } else {
                notOfType(field, type);
            }
        }
        return template;
    }

    private boolean isExpression(Template template) {
        JsonNode source = template.source();
        return language == QueryLanguage.JSONATA
                && source.isString()
                && (Template.isExpression(source.stringValue())
                        || source.stringValue().startsWith("{%"));
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "Integer" -> value.isIntegralNumber();
            case "Number" -> value.isNumber();
            case "String" -> value.isString();
            default -> false;
        };
    }

    private Template compile(String field, JsonNode value) {
        if (language == QueryLanguage.JSONPATH) {
            return new Template.Literal(value);
        }
        Delimiters.check(
                value,
                pointer(field),
                place ->
                        problems.add(
                                Problem.error(
                                        place,
                                        Problem.INVALID_EXPRESSION,
                                        "A JSONata expression must begin with {% and end with %}",
                                        "Open and close the expression.")));
        return Template.compile(
                value,
                JSONATA,
                pointer(field),
                statesFields(field),
                new ExpressionProblems(problems));
    }

    private StatesFields statesFields(String field) {
        if (!field.equals("Assign") && !field.equals("Output")) {
            return StatesFields.INPUT;
        }
        if (has("ErrorEquals")) {
            return StatesFields.ERROR_OUTPUT;
        }
        boolean results = STATES_WITH_RESULT.contains(object.path("Type").asString(""));
        return results ? StatesFields.RESULT : StatesFields.INPUT;
    }

    /** A whole number within limits, or the default. */
    int whole(String field, int least, int most, int otherwise) {
        JsonNode value = raw(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()) {
            notOfType(field, "Integer");
            return otherwise;
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            wrongValue(field, "a whole number from " + least + " to " + most);
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
            return new Fields(child, pointer(field), language, problems);
        }
        notOfType(field, "Object");
        return null;
    }

    /** The objects of an array; an empty list when the field is absent. */
    List<Fields> objects(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ArrayNode array)) {
            notOfType(field, "Array");
            return List.of();
        }
        List<Fields> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = pointer(field) + "/" + i;
            if (array.get(i) instanceof ObjectNode child) {
                elements.add(new Fields(child, place, language, problems));
            } else {
                notOfTypeAt(place, "Object");
            }
        }
        return elements;
    }

    /** The objects of an array that is not empty; says so when it is. */
    List<Fields> someObjects(String field) {
        JsonNode value = raw(field);
        if (value != null && value.isArray() && value.isEmpty()) {
            empty(field);
        }
        return objects(field);
    }

    /** The members of this object that are objects themselves. */
    List<Map.Entry<String, Fields>> members() {
        List<Map.Entry<String, Fields>> members = new ArrayList<>();
        for (String field : object.propertyNames()) {
            Fields child = object(field);
            if (child != null) {
                members.add(Map.entry(field, child));
            }
        }
        return members;
    }

    int size() {
        return object.size();
    }

    /** A non-empty array of strings. */
    List<String> texts(String field) {
        JsonNode value = raw(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            notOfType(field, "Array");
            return List.of();
        }
        if (value.isEmpty()) {
            empty(field);
            return List.of();
        }
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isString()) {
                notOfTypeAt(pointer(field) + "/" + i, "String");
                return List.of();
            }
        }
        return value.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Says which of the fields are not there, all at once. */
    void require(String... fields) {
        List<String> missing = Arrays.stream(fields).filter(field -> !has(field)).toList();
        if (!missing.isEmpty()) {
            schema(
                    "These fields are required: " + missing,
                    "Add " + String.join(" and ", missing) + ".");
        }
    }

    /** Complains about fields that such an object does not have, or not in its query language. */
    void keepTo(Vocabulary vocabulary) {
        boolean inJsonata = language == QueryLanguage.JSONATA;
        Set<String> own = inJsonata ? vocabulary.jsonata() : vocabulary.jsonPath();
        Set<String> foreign = inJsonata ? vocabulary.jsonPath() : vocabulary.jsonata();
        for (String field : object.propertyNames()) {
            if (foreign.contains(field)) {
                schema(
                        "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' QueryLanguage"
                                .formatted(language.word(), field, language.other().word()),
                        "Take it out, or set QueryLanguage to " + language.other().word() + ".");
            } else if (!own.contains(field) && !vocabulary.both().contains(field)) {
                notSupported(field);
            }
        }
    }

    /** Complains about fields other than these. */
    void keepTo(String... fields) {
        keepTo(new Vocabulary(Set.of(fields), Set.of(), Set.of()));
    }

    void notSupported(String field) {
        schema(
                "Field '" + field + "' is not supported",
                "Take it out, or look for a slip of the pen.");
    }

    /** Says so when a field of the language stands here that the engine does not implement. */
    void notImplemented(String field, String remedy) {
        if (has(field)) {
            notImplementedAt(field, "Field '" + field + "' is not implemented", remedy);
        }
    }

    void notImplementedAt(String field, String message, String remedy) {
        problems.add(Problem.error(pointer(field), Problem.NOT_IMPLEMENTED, message, remedy));
    }

    /** A problem of this object; the document's own stand at {@code /}, as with AWS. */
    void schema(String message, String remedy) {
        String place = pointer.isEmpty() ? "/" : pointer;
        problems.add(Problem.error(place, Problem.SCHEMA, message, remedy));
    }

    /** A problem of a field's value. */
    void problem(String field, String message, String remedy) {
        problem(field, Problem.SCHEMA, message, remedy);
    }

    void problem(String field, String code, String message, String remedy) {
        problems.add(Problem.error(pointer(field), code, message, remedy));
    }

    void empty(String field) {
        problem(field, "Value cannot be empty", "Add an element to " + field + ".");
    }

    void notOfType(String field, String type) {
        notOfTypeAt(pointer(field), type);
    }

    private void notOfTypeAt(String place, String type) {
        String field = place.substring(place.lastIndexOf('/') + 1);
        problems.add(
                Problem.error(
                        place,
                        Problem.SCHEMA,
                        "Expected value of type " + type,
                        "Change the value of " + field + "."));
    }

    void wrongValue(String field, String expected) {
        problem(
                field,
                "Field '" + field + "' must be " + expected,
                "Change the value of " + field + ".");
    }
}
