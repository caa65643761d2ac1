package dev.nightjar.asl.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a Choice in JSONPath (specification, "Choice State", "JSONPath"). */
final class JsonPathChoice {
    private static final Set<String> OPERATORS = operators();
    private static final Set<String> BOOLEANS = Set.of("And", "Or", "Not");

    /** Every field that only a rule in JSONPath has. */
    static final Set<String> FIELDS = fields();

    private JsonPathChoice() {}

    private static Set<String> operators() {
        Set<String> operators =
                new HashSet<>(
                        List.of(
                                "IsNull",
                                "IsPresent",
                                "IsNumeric",
                                "IsString",
                                "IsBoolean",
                                "IsTimestamp",
                                "StringMatches"));
        List<String> comparisons =
                List.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals");
        for (String type : List.of("String", "Numeric", "Timestamp")) {
            for (String comparison : comparisons) {
                operators.add(type + comparison);
                operators.add(type + comparison + "Path");
            }
        }
        operators.add("BooleanEquals");
        operators.add("BooleanEqualsPath");
        return Set.copyOf(operators);
    }

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(OPERATORS);
        fields.addAll(BOOLEANS);
        fields.add("Variable");
        return Set.copyOf(fields);
    }

    /** One comparison of a Variable, or one of And, Or and Not over such rules. */
    static void check(Fields rule) {
        long booleans = BOOLEANS.stream().filter(rule::has).count();
        long operators = OPERATORS.stream().filter(rule::has).count();
        if (booleans + operators != 1) {
            rule.schema(
                    "A choice rule must have exactly one comparison operator",
                    "Keep or add one operator, such as StringEquals.");
        }
        if (operators > 0) {
            rule.require("Variable");
        }
        for (Fields inner : nested(rule)) {
            check(inner);
        }
    }

    private static List<Fields> nested(Fields rule) {
        List<Fields> nested = new ArrayList<>(rule.objects("And"));
        nested.addAll(rule.objects("Or"));
        Fields not = rule.object("Not");
        if (not != null) {
            nested.add(not);
        }
        return nested;
    }
}
