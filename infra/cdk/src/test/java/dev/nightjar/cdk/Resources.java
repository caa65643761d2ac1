package dev.nightjar.cdk;

import dev.nightjar.pipeline.json.Json;

import software.amazon.awscdk.assertions.Template;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A template as a tree. Intrinsic functions are spelled as one would say them: a reference as
 * <code>${Id}</code>, an attribute as <code>${Id.Arn}</code>, joined texts in one piece.
 */
public final class Resources {
    private static final Pattern HASH = Pattern.compile("[0-9A-F]{8}(?=[.}]|$)");

    private final JsonNode resources;
    private final JsonNode outputs;

    /** Reads the template. */
    public Resources(Template template) {
        JsonNode tree = Json.tree(template.toJSON());
        resources = tree.path("Resources");
        outputs = tree.path("Outputs");
    }

    /** Properties of all resources of a type, in the template's order. */
    public List<JsonNode> all(String type) {
        return resources.properties().stream()
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asString().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    /** Properties of the one resource of the type whose property spells so. */
    public JsonNode one(String type, String property, String value) {
        List<JsonNode> found = new ArrayList<>(all(type));
        found.removeIf(each -> !spelled(each.path(property)).equals(value));
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " of " + type + " have " + property + " " + value);
        }
        return found.getFirst();
    }

    /** The resource that a reference points to. */
    public JsonNode referred(JsonNode reference) {
        JsonNode id = reference.has("Ref") ? reference.path("Ref") : attributed(reference).get(0);
        return resources.required(id.asString());
    }

    /** An output's value. */
    public String output(String id) {
        return spelled(outputs.required(id).path("Value"));
    }

    /** The value in one text. */
    public static String spelled(JsonNode value) {
        if (value.has("Ref")) {
            return "${" + withoutHash(value.path("Ref").asString()) + "}";
        }
        if (value.has("Fn::GetAtt")) {
            return "${"
                    + withoutHash(attributed(value).get(0).asString())
                    + "."
                    + attributed(value).get(1).asString()
                    + "}";
        }
        if (value.has("Fn::Join")) {
            JsonNode join = value.path("Fn::Join");
            return elements(join.get(1)).stream()
                    .map(Resources::spelled)
                    .collect(Collectors.joining(join.get(0).asString()));
        }
        return value.isString() ? value.asString() : value.toString();
    }

    /** The value, one or many, as texts. */
    public static List<String> texts(JsonNode value) {
        return value.isArray()
                ? elements(value).stream().map(Resources::spelled).toList()
                : List.of(spelled(value));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode attributed(JsonNode reference) {
        return reference.path("Fn::GetAtt");
    }

    private static String withoutHash(String id) {
        Matcher hash = HASH.matcher(id);
        return hash.find() ? id.substring(0, hash.start()) : id;
    }
}
