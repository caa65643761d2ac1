package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.any;
import static dev.nightjar.asl.expression.Arguments.list;
import static dev.nightjar.asl.expression.Function.definedBy;
import static dev.nightjar.asl.expression.JsonataValue.isTrue;

import com.dashjoin.jsonata.OpenJsonata;
import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSONata's "Higher-order functions", {@code $each} and {@code $sort}. */
final class HigherOrderFunctions {
    private HigherOrderFunctions() {}

    static Map<String, Function> all() {
        return Map.of(
                "map", definedBy("<af>", HigherOrderFunctions::map),
                "filter", definedBy("<af>", HigherOrderFunctions::filter),
                "single", definedBy("<af?>", HigherOrderFunctions::single),
                "reduce", definedBy("<afj?:j>", HigherOrderFunctions::reduce),
                "sift", definedBy("<o-f?:o>", HigherOrderFunctions::sift),
                "each", definedBy("<o-f:a>", HigherOrderFunctions::each),
                "sort", definedBy("<af?:a>", HigherOrderFunctions::sort));
    }

    /** Gives a function as many arguments as it has parameters, up to three. */
    private static @Nullable Object apply(
            Call call, Object function, @Nullable Object value, Object place, Object all) {
        List<@Nullable Object> arguments = new ArrayList<>(3);
        arguments.add(value);
        int arity = OpenJsonata.arity(function);
        if (arity >= 2) {
            arguments.add(place);
        }
        if (arity >= 3) {
            arguments.add(all);
        }
        return call.apply(function, arguments);
    }

    private static Object map(Call call, List<?> args) {
        List<?> items = list(args, 0);
        List<Object> mapped = Utils.createSequence();
        for (int i = 0; i < items.size(); i++) {
            Object value = apply(call, any(args, 1), items.get(i), i, items);
            if (value != null) {
                mapped.add(value);
            }
        }
        return mapped;
    }

    private static Object filter(Call call, List<?> args) {
        List<?> items = list(args, 0);
        List<Object> kept = Utils.createSequence();
        for (int i = 0; i < items.size(); i++) {
            if (isTrue(apply(call, any(args, 1), items.get(i), i, items))) {
                kept.add(items.get(i));
            }
        }
        return kept;
    }

    private static @Nullable Object single(Call call, List<?> args) {
        List<?> items = list(args, 0);
        Object function = args.get(1);
        int found = -1;
        for (int i = 0; i < items.size(); i++) {
            if (function == null || isTrue(apply(call, function, items.get(i), i, items))) {
                if (found >= 0) {
                    throw JsonataError.of("D3138", Map.of("index", i));
                }
                found = i;
            }
        }
        if (found < 0) {
            throw JsonataError.of("D3139");
        }
        return items.get(found);
    }

    private static @Nullable Object reduce(Call call, List<?> args) {
        List<?> items = list(args, 0);
        Object function = any(args, 1);
        int arity = OpenJsonata.arity(function);
        if (arity < 2) {
            throw JsonataError.of("D3050", Map.of("index", 1));
        }
        boolean startsInside = args.get(2) == null && !items.isEmpty();
        Object result = startsInside ? items.getFirst() : args.get(2);
        for (int i = startsInside ? 1 : 0; i < items.size(); i++) {
            List<@Nullable Object> arguments = new ArrayList<>(4);
            arguments.add(result);
            arguments.add(items.get(i));
            if (arity >= 3) {
                arguments.add(i);
            }
            if (arity >= 4) {
                arguments.add(items);
            }
            result = call.apply(function, arguments);
        }
        return result;
    }

    private static @Nullable Object sift(Call call, List<?> args) {
        Map<?, ?> object = (Map<?, ?>) any(args, 0);
        Map<Object, Object> kept = new LinkedHashMap<>();
        object.forEach(
                (name, value) -> {
                    if (isTrue(apply(call, any(args, 1), value, name, object))) {
                        kept.put(name, value);
                    }
                });
        return kept.isEmpty() ? null : kept;
    }

    private static Object each(Call call, List<?> args) {
        Map<?, ?> object = (Map<?, ?>) any(args, 0);
        List<Object> values = Utils.createSequence();
        object.forEach(
                (name, value) -> {
                    Object result = apply(call, any(args, 1), value, name, object);
                    if (result != null) {
                        values.add(result);
                    }
                });
        return values;
    }

    private static Object sort(Call call, List<?> args) {
        List<?> items = list(args, 0);
        if (items.size() <= 1) {
            return items;
        }
        if (args.get(1) != null) {
            Object function = any(args, 1);
            return MergeSort.of(items, (a, b) -> isTruthy(call.apply(function, pair(a, b))));
        }
        if (items.stream().allMatch(JsonataValue::isNumber)) {
            return MergeSort.of(items, (a, b) -> asDouble(a) > asDouble(b));
        }
        if (items.stream().allMatch(String.class::isInstance)) {
            return MergeSort.of(items, (a, b) -> ((String) a).compareTo((String) b) > 0);
        }
        throw JsonataError.of("D3070", Map.of("index", 1));
    }

    private static double asDouble(Object number) {
        return ((Number) number).doubleValue();
    }

    private static List<Object> pair(Object left, Object right) {
        List<Object> pair = new ArrayList<>(2);
        pair.add(left);
        pair.add(right);
        return pair;
    }

    /** The comparator's answer counts as JavaScript counts it: an empty object is true. */
    private static boolean isTruthy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> _, List<?> _ -> true;
            case null, default -> isTrue(value);
        };
    }
}
