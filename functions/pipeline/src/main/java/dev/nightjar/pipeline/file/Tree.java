package dev.nightjar.pipeline.file;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** A checked table of keys, read by name. */
record Tree(JsonNode node) {
    /** The text, or null when the key is absent. */
    @Nullable String textOrNull(String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() ? null : value.asString();
    }

    String text(String key) {
        return node.required(key).asString();
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return Spelled.as(type, text(key));
    }

    /** The constant, or null when the key is absent. */
    <E extends Enum<E>> @Nullable E constantOrNull(String key, Class<E> type) {
        String value = textOrNull(key);
        return value == null ? null : Spelled.as(type, value);
    }

    boolean flag(String key) {
        return node.required(key).booleanValue();
    }

    double number(String key) {
        return node.required(key).doubleValue();
    }

    int count(String key) {
        return node.required(key).intValue();
    }

    long bytes(String key) {
        return Sizes.bytes(node.required(key));
    }

    /** A list of texts; a single one is a list too, and an absent one is empty. */
    List<String> texts(String key) {
        JsonNode value = node.path(key);
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        return value.isMissingNode() ? List.of() : List.of(value.asString());
    }

    /** The table under the key, or null when the key is absent. */
    @Nullable Tree tableOrNull(String key) {
        return node.path(key).isObject() ? new Tree(node.path(key)) : null;
    }

    Tree table(String key) {
        return new Tree(node.required(key));
    }
}
