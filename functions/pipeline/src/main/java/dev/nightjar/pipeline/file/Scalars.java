package dev.nightjar.pipeline.file;

import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What a plain scalar of YAML means. Numbers are JSON's and nothing else: {@code 0x10}, {@code
 * 1_000}, {@code .5} and {@code .nan} are text.
 */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,29})");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    private Scalars() {}

    static JsonNode read(ScalarNode scalar) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return nodes.stringNode(text);
        }
        boolean askedForText = scalar.getTag().equals(Tag.STR);
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
            case "true", "True", "TRUE" -> nodes.booleanNode(true);
            case "false", "False", "FALSE" -> nodes.booleanNode(false);
            default -> askedForText ? nodes.stringNode(text) : number(text);
        };
    }

    private static JsonNode number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigInteger(text));
        }
        if (NUMBER.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        return JsonNodeFactory.instance.stringNode(text);
    }
}
