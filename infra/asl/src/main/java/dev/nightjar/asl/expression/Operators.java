package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.OpenJsonata.Guard;
import com.dashjoin.jsonata.OpenJsonata.OpenFunction;
import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.OpenRules;
import com.dashjoin.jsonata.Parser.Symbol;
import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSONata's operators as the reference implementation 2.0.6 has them, which is AWS's level.
 * Immutable and safe for use by many threads.
 */
final class Operators implements OpenRules {
    private static final double MAX_RANGE = 1e7;

    @Override
    public @Nullable Object operate(
            String operator, @Nullable Object left, @Nullable Object right, Guard guard) {
        try {
            return switch (operator) {
                case "=" -> left != null && right != null && JsonataValue.areEqual(left, right);
                case "!=" -> left != null && right != null && !JsonataValue.areEqual(left, right);
                case "<", "<=", ">", ">=" -> compare(operator, left, right);
                case "&" -> concatenate(left, right, (Evaluation) guard);
                case ".." -> range(left, right, guard);
                case "in" -> isIn(left, right);
                default -> calculate(operator, left, right);
            };
        } catch (JsonataError error) {
            throw error.within(operator);
        }
    }

    private static @Nullable Object calculate(
            String operator, @Nullable Object left, @Nullable Object right) {
        if (left != null && !JsonataValue.isNumber(left)) {
            throw JsonataError.about(left, "T2001");
        }
        if (right != null && !JsonataValue.isNumber(right)) {
            throw JsonataError.about(right, "T2002");
        }
        if (left == null || right == null) {
            return null;
        }
        double a = ((Number) left).doubleValue();
        double b = ((Number) right).doubleValue();
        return JsonataValue.number(
                switch (operator) {
                    case "+" -> a + b;
                    case "-" -> a - b;
                    case "*" -> a * b;
                    case "/" -> a / b;
                    case "%" -> a % b;
                    default -> throw new IllegalArgumentException(operator);
                });
    }

    private static @Nullable Boolean compare(
            String operator, @Nullable Object left, @Nullable Object right) {
        if (!isComparable(left) || !isComparable(right)) {
            throw JsonataError.of("T2010");
        }
        if (left == null || right == null) {
            return null;
        }
        if (left instanceof String a && right instanceof String b) {
            return holds(operator, a.compareTo(b));
        }
        if (left instanceof Number a && right instanceof Number b) {
            double x = a.doubleValue();
            double y = b.doubleValue();
            return !Double.isNaN(x) && !Double.isNaN(y) && holds(operator, Double.compare(x, y));
        }
        throw JsonataError.about(left, "T2009").and("value2", right);
    }

    private static boolean isComparable(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number;
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static String concatenate(
            @Nullable Object left, @Nullable Object right, Evaluation evaluation) {
        String head = left == null ? "" : JsonText.of(left, false);
        String tail = right == null ? "" : JsonText.of(right, false);
        evaluation.text((long) head.length() + tail.length());
        return head.concat(tail);
    }

    private static @Nullable Object range(
            @Nullable Object left, @Nullable Object right, Guard guard) {
        if (left != null && !isWhole(left)) {
            throw JsonataError.about(left, "T2003");
        }
        if (right != null && !isWhole(right)) {
            throw JsonataError.about(right, "T2004");
        }
        if (left == null || right == null) {
            return null;
        }
        double from = ((Number) left).doubleValue();
        double to = ((Number) right).doubleValue();
        if (from > to) {
            return null;
        }
        double size = to - from + 1;
        if (size > MAX_RANGE) {
            throw JsonataError.about(size, "D2014");
        }
        guard.sequence((int) size);
        return new Utils.RangeList((long) from, (long) to);
    }

    private static boolean isWhole(Object value) {
        return value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && Double.isFinite(number.doubleValue());
    }

    private static boolean isIn(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        return right instanceof List<?> list
                ? list.stream().anyMatch(each -> JsonataValue.areSame(left, each))
                : JsonataValue.areSame(left, right);
    }

    @Override
    public @Nullable Object negate(@Nullable Object operand) {
        if (operand == null) {
            return null;
        }
        if (!JsonataValue.isNumber(operand)) {
            throw JsonataError.about(operand, "D1002").within("-");
        }
        return JsonataValue.number(-((Number) operand).doubleValue());
    }

    @Override
    public boolean isTrue(@Nullable Object value) {
        return JsonataValue.isTrue(value);
    }

    @Override
    public @Nullable Object match(Pattern pattern, @Nullable Object text, Guard guard) {
        return Match.ofRegex(pattern, text, guard);
    }

    @Override
    public Object group(List<Symbol[]> pairs, List<?> items, boolean tuples, Scope scope) {
        return new Grouping(pairs, tuples, scope).of(items);
    }

    @Override
    public Object filter(
            Symbol predicate, @Nullable Number index, List<?> items, boolean tuples, Scope scope) {
        return index == null
                ? Selection.by(predicate, items, tuples, scope)
                : Selection.at(index, items, tuples);
    }

    @Override
    public OpenFunction partial(Object function, List<@Nullable Object> given, Set<Integer> holes) {
        return Function.unchecked(
                holes.size(),
                (call, arguments) -> {
                    List<@Nullable Object> all = new ArrayList<>(given);
                    Iterator<@Nullable Object> next = arguments.iterator();
                    for (int i = 0; i < all.size(); i++) {
                        if (holes.contains(i) && next.hasNext()) {
                            all.set(i, next.next());
                        }
                    }
                    return call.apply(function, all);
                });
    }

    @Override
    public List<?> sort(
            List<Symbol> terms,
            List<Boolean> descending,
            List<?> items,
            boolean tuples,
            Scope scope) {
        return new Sorting(terms, descending, tuples, scope).of(items);
    }

    @Override
    public List<@Nullable Object> validate(
            Object signature, List<@Nullable Object> arguments, @Nullable Object context) {
        return ((Signature) signature).validate(arguments, context);
    }

    @Override
    public OpenFunction transform(
            Symbol pattern, Symbol update, @Nullable Symbol delete, Scope scope) {
        return new Transform(pattern, update, delete, scope).function();
    }

    @Override
    public JException error(String code, Map<String, ?> inserts) {
        return JsonataError.of(code, inserts);
    }

    @Override
    public JException within(JException problem, @Nullable Object token) {
        return problem instanceof JsonataError error ? error.within(token) : problem;
    }

    @Override
    public JException directlyWithin(JException problem, Object token) {
        return problem instanceof JsonataError error ? error.and("token", token) : problem;
    }
}
