package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import tools.jackson.databind.JsonNode;

import java.util.function.Consumer;

/**
 * Texts that open or close an expression, and do not do both ("Writing JSONata expressions in JSON
 * strings", developer guide). With spaces outside on both ends a text is a text.
 */
final class Delimiters {
    private Delimiters() {}

    /** Tells the pointer of each such text. */
    static void check(JsonNode value, String pointer, Consumer<String> broken) {
        if (value.isString()) {
            if (isBroken(value.stringValue())) {
                broken.accept(pointer);
            }
            return;
        }
        value.properties()
                .forEach(
                        member ->
                                check(
                                        member.getValue(),
                                        Fields.join(pointer, member.getKey()),
                                        broken));
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), pointer + "/" + i, broken);
            }
        }
    }

    private static boolean isBroken(String text) {
        return text.startsWith("{%") != text.endsWith("%}")
                || (text.startsWith("{%") && !Template.isExpression(text));
    }
}
