package dev.nightjar.pipeline.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;

/**
 * JSON Canonicalization Scheme, RFC 8785: equal values give equal bytes, whoever wrote them. No
 * spaces, keys sorted by UTF-16 code units, numbers as ECMAScript prints a double.
 */
public final class CanonicalJson {
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /** The value's canonical form. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(UTF_8);
    }

    /**
     * The value's canonical form as text.
     *
     * @throws IllegalArgumentException if a number in it is not finite, or a whole number that no
     *     double holds exactly
     */
    public static String text(Object value) {
        StringBuilder text = new StringBuilder();
        append(Json.tree(value), text);
        return text.toString();
    }

    private static void append(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> appendObject(node, text);
            case ARRAY -> appendArray(node, text);
            case STRING -> appendString(node.stringValue(), text);
            case NUMBER -> text.append(number(node));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException("JSON has no " + node.getNodeType());
        }
    }

    private static void appendObject(JsonNode node, StringBuilder text) {
        // String.compareTo compares UTF-16 code units, section 3.2.3.
        List<String> names = node.propertyNames().stream().sorted().toList();
        char open = '{';
        for (String name : names) {
            text.append(open);
            appendString(name, text);
            text.append(':');
            append(node.get(name), text);
            open = ',';
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(JsonNode node, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            append(node.get(i), text);
        }
        text.append(']');
    }

    private static void appendString(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> appendPlain(character, text);
            }
        }
        text.append('"');
    }

    private static void appendPlain(char character, StringBuilder text) {
        if (character < 0x20) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }

    private static String number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return EcmaScriptNumber.text(node.doubleValue());
        }
        if (!node.canConvertToLong() || Math.abs(node.longValue()) > EXACT) {
            throw new IllegalArgumentException(
                    "no double holds " + node + " exactly: write it as text");
        }
        return Long.toString(node.longValue());
    }
}
