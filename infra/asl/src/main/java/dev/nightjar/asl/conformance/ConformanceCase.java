package dev.nightjar.asl.conformance;

import static java.util.Objects.requireNonNull;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case, without what is expected of it. Immutable, as long as nobody changes the JSON.
 *
 * @param name the case's name
 * @param kind {@code execution}, {@code test-state} or {@code validate}; others are answered as
 *     unsupported
 * @param type STANDARD or EXPRESS
 * @param definition the document
 * @param input the input; missing when the case has none
 * @param params what a test of a state is made with; missing or an object
 * @param fakes what stands for the services; missing or an object
 */
public record ConformanceCase(
        String name,
        String kind,
        String type,
        String definition,
        JsonNode input,
        JsonNode params,
        JsonNode fakes) {

    public ConformanceCase {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(type, "type is null");
        requireNonNull(definition, "definition is null");
    }

    /**
     * Reads a case.
     *
     * @param otherwise its name, when it does not say one
     * @throws MalformedCaseException when the text is not JSON or not a case
     */
    public static ConformanceCase parse(String text, String otherwise)
            throws MalformedCaseException {
        JsonNode json;
        try {
            json =
                    JsonMapper.shared()
                            .readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException problem) {
            throw new MalformedCaseException("not JSON: " + problem.getOriginalMessage());
        }
        if (!(json instanceof ObjectNode)) {
            throw new MalformedCaseException("not a JSON object");
        }
        JsonNode definition = json.path("definition");
        if (!definition.isObject() && !definition.isString()) {
            throw new MalformedCaseException("the case has no definition");
        }
        return new ConformanceCase(
                text(json, "name", otherwise),
                text(json, "kind", "execution"),
                text(json, "type", "STANDARD"),
                definition.isString() ? definition.stringValue() : definition.toString(),
                json.path("input"),
                object(json, "params"),
                object(json, "fakes"));
    }

    private static String text(JsonNode json, String field, String otherwise) {
        JsonNode value = json.path(field);
        return value.isString() ? value.stringValue() : otherwise;
    }

    private static JsonNode object(JsonNode json, String field) throws MalformedCaseException {
        JsonNode value = json.path(field);
        if (value.isObject()) {
            return value;
        }
        if (value.isMissingNode() || value.isNull()) {
            return MissingNode.getInstance();
        }
        throw new MalformedCaseException("'" + field + "' is not an object");
    }
}
