package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Values as JSON text, as {@code $string} and messages write them. Used by one thread. */
final class JsonText {
    private static final char FIRST_PRINTABLE = ' ';

    private final StringBuilder text = new StringBuilder();
    private final boolean pretty;
    private final boolean exact;

    private JsonText(boolean pretty, boolean exact) {
        this.pretty = pretty;
        this.exact = exact;
    }

    /**
     * A value as {@code $string} gives it: a text as it is, a function as nothing.
     *
     * @throws JsonataError D3001 for a number that is not finite, D1001 for one inside
     */
    static String of(Object value, boolean pretty) {
        if (value instanceof String text) {
            return text;
        }
        if (OpenJsonata.isFunction(value)) {
            return "";
        }
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            throw JsonataError.about(value, "D3001");
        }
        JsonText json = new JsonText(pretty, false);
        json.value(value, 0);
        return json.text.toString();
    }

    /** A value as a message quotes it. */
    static String ofInsert(@Nullable Object value) {
        if (value == null || OpenJsonata.isFunction(value)) {
            return "undefined";
        }
        JsonText json = new JsonText(false, true);
        json.value(value instanceof Character letter ? letter.toString() : value, 0);
        return json.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case String string -> quoted(string);
            case Number number -> number(number);
            case Boolean flag -> text.append(flag);
            case List<?> list -> array(list, depth + 1);
            case Map<?, ?> map -> object(map, depth + 1);
            default -> text.append(OpenJsonata.isFunction(value) ? "\"\"" : "null");
        }
    }

    private void number(Number number) {
        double amount = number.doubleValue();
        if (exact) {
            text.append(Double.isFinite(amount) ? NumberText.of(amount) : "null");
        } else {
            text.append(JsonataValue.isNumber(number) ? NumberText.rounded(number) : "null");
        }
    }

    private void array(List<?> list, int depth) {
        text.append('[');
        boolean first = true;
        for (Object element : list) {
            separate(first, depth);
            value(element, depth);
            first = false;
        }
        close(']', first, depth);
    }

    private void object(Map<?, ?> map, int depth) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (member.getValue() != null) {
                separate(first, depth);
                quoted(String.valueOf(member.getKey()));
                text.append(pretty ? ": " : ":");
                value(member.getValue(), depth);
                first = false;
            }
        }
        close('}', first, depth);
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            text.append(',');
        }
        newLine(depth);
    }

    private void close(char bracket, boolean empty, int depth) {
        if (!empty) {
            newLine(depth - 1);
        }
        text.append(bracket);
    }

    private void newLine(int depth) {
        if (pretty) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void quoted(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string, i);
        }
        text.append('"');
    }

    private void character(String string, int index) {
        char letter = string.charAt(index);
        switch (letter) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (letter < FIRST_PRINTABLE || isLonely(string, index)) {
                    text.append("\\u%04x".formatted((int) letter));
                } else {
                    text.append(letter);
                }
            }
        }
    }

    /** Whether half a surrogate pair stands alone. */
    private static boolean isLonely(String string, int index) {
        char letter = string.charAt(index);
        if (Character.isHighSurrogate(letter)) {
            return index + 1 == string.length()
                    || !Character.isLowSurrogate(string.charAt(index + 1));
        }
        return Character.isLowSurrogate(letter)
                && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
    }
}
