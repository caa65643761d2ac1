package dev.nightjar.asl.generated;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Expressions and values that chance has put together: most are sound, some fail when they run. */
final class GeneratedExpressions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> LEAVES =
            List.of(
                    "$states.input",
                    "$states.input.a",
                    "$states.input.items",
                    "$states.context.Execution.Id",
                    "$states.context.State.RetryCount",
                    "$one",
                    "$two",
                    "$nowhere",
                    "$uuid()",
                    "$random()",
                    "$random(7)",
                    "$now()",
                    "$millis()",
                    "$range(1, 5, 2)",
                    "$partition([1..5], 2)",
                    "$hash('a', 'SHA-256')",
                    "$parse('[1, {\"a\": 2}]')",
                    "$parse('{')",
                    "$error('made up')",
                    "$eval('1')",
                    "$toMillis('yesterday')",
                    "$map([1, 2, 3], function($each) {$each * 2})",
                    "$filter($states.input.items, function($each) {$each > 1})",
                    "$reduce([1..4], function($sum, $each) {$sum + $each})",
                    "function($each) {$each}",
                    "($deep := function($n) {$n = 0 ? 0 : 1 + $deep($n - 1)}; $deep(20))",
                    "($endless := function() {1 + $endless()}; $endless())",
                    "1 / 0",
                    "1e300 * 1e300",
                    "-5",
                    "2.5",
                    "0",
                    "1",
                    "3",
                    "true",
                    "false",
                    "null",
                    "[]",
                    "[1, 2, 3]",
                    "[[1], [2, 3]]",
                    "{}",
                    "{'a': 1}",
                    "'text'",
                    "'2026-01-01T00:05:00Z'");

    private static final List<String> AROUND =
            List.of(
                    "$string(%s)",
                    "$number(%s)",
                    "$count(%s)",
                    "$exists(%s)",
                    "$boolean(%s)",
                    "$sort(%s)",
                    "$distinct(%s)",
                    "$keys(%s)",
                    "$length(%s)",
                    "$merge([%s, {'more': 1}])",
                    "{'made': %s}",
                    "[%s]",
                    "(%s).a",
                    "(%s)[0]",
                    "$type(%s)");

    private static final List<String> BETWEEN =
            List.of(
                    "(%s) + (%s)",
                    "(%s) & (%s)",
                    "(%s) = (%s)",
                    "(%s) < (%s)",
                    "(%s) and (%s)",
                    "(%s) in (%s)",
                    "$append(%s, %s)",
                    "true ? %s : %s",
                    "[%s, %s]");

    private final Chance chance;

    GeneratedExpressions(Chance chance) {
        this.chance = chance;
    }

    /** A text that is an expression, or was meant to be one. */
    String expression() {
        return chance.percent(2)
                ? "{%" + chance.garbage() + "%}"
                : "{% " + inner(chance.below(3)) + " %}";
    }

    private String inner(int depth) {
        if (depth == 0) {
            return chance.of(LEAVES);
        }
        return chance.percent(50)
                ? chance.of(AROUND).formatted(inner(depth - 1))
                : chance.of(BETWEEN).formatted(inner(depth - 1), inner(depth - 1));
    }

    /** A condition, which most often gives true or false. */
    String condition() {
        return chance.percent(10)
                ? expression()
                : chance.of(
                        List.of(
                                "{% true %}",
                                "{% false %}",
                                "{% $exists($states.input.a) %}",
                                "{% $count($states.input) > 1 %}",
                                "{% $random() < 0.5 %}",
                                "{% $exists($one) and $one = 1 %}"));
    }

    /** JSON in which anything may be an expression. */
    JsonNode template() {
        return switch (chance.below(4)) {
            case 0 -> value(2);
            case 1 -> JSON.objectNode().set("made", JSON.stringNode(expression()));
            default -> JSON.stringNode(expression());
        };
    }

    /** Plain JSON. */
    JsonNode value(int depth) {
        return switch (chance.below(depth == 0 ? 5 : 7)) {
            case 0 -> JSON.numberNode(chance.below(10) - 2);
            case 1 -> JSON.numberNode(chance.below(100) / 8.0);
            case 2 -> JSON.stringNode(chance.percent(50) ? chance.garbage() : "text");
            case 3 -> JSON.booleanNode(chance.percent(50));
            case 4 -> JSON.nullNode();
            case 5 -> {
                var array = JSON.arrayNode();
                for (int left = chance.below(5); left > 0; left--) {
                    array.add(value(depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (String name : List.of("a", "items", "", "a/b")) {
                    if (chance.percent(40)) {
                        object.set(name, value(depth - 1));
                    }
                }
                yield object;
            }
        };
    }

    /** An input that many expressions find what they look for in. */
    JsonNode input() {
        if (chance.percent(20)) {
            return value(3);
        }
        ObjectNode input = JSON.objectNode().put("a", chance.below(5));
        input.putArray("items").add(1).add(2).add(chance.below(9));
        return input;
    }
}
