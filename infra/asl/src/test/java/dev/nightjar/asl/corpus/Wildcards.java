package dev.nightjar.asl.corpus;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The corpus's way to compare: texts with a volatile token match anything, an object may stand for
 * a text that holds its JSON, numbers compare by value.
 */
record Wildcards(List<String> tokens) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Wildcards {
        tokens = List.copyOf(tokens);
    }

    boolean match(@Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected == null || expected.isNull() || actual == null || actual.isNull()) {
            return (expected == null || expected.isNull()) && (actual == null || actual.isNull());
        }
        return matchValues(expected, actual);
    }

    private boolean matchValues(JsonNode expected, JsonNode actual) {
        if (isWild(expected)) {
            return true;
        }
        if (expected.isNumber() && actual.isNumber()) {
            return sameNumber(expected, actual);
        }
        if (expected.isContainer() && actual.isString()) {
            JsonNode held = held(actual.stringValue());
            return held != null && match(expected, held);
        }
        if (expected.isString() && actual.isContainer()) {
            JsonNode held = held(expected.stringValue());
            return held != null && match(held, actual);
        }
        if (expected.isObject() && actual.isObject()) {
            return sameMembers(expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return sameElements(expected, actual);
        }
        return expected.equals(actual) || sameHeld(expected, actual);
    }

    boolean isWild(JsonNode expected) {
        return expected.isString()
                && tokens.stream().anyMatch(token -> expected.stringValue().contains(token));
    }

    private static boolean sameNumber(JsonNode expected, JsonNode actual) {
        BigDecimal one = new BigDecimal(expected.toString());
        BigDecimal other = new BigDecimal(actual.toString());
        return one.compareTo(other) == 0 || expected.doubleValue() == actual.doubleValue();
    }

    private boolean sameMembers(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            if (!actual.has(member.getKey())
                    || !match(member.getValue(), actual.get(member.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameElements(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!match(expected.get(i), actual.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameHeld(JsonNode expected, JsonNode actual) {
        if (!expected.isString() || !actual.isString()) {
            return false;
        }
        JsonNode one = held(expected.stringValue());
        JsonNode other = held(actual.stringValue());
        return one != null && other != null && match(one, other);
    }

    private static @Nullable JsonNode held(String text) {
        try {
            JsonNode held = JSON.readTree(text);
            return held.isContainer() ? held : null;
        } catch (JacksonException _) {
            return null;
        }
    }
}
