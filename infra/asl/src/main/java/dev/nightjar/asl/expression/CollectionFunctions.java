package dev.nightjar.asl.expression;

import static dev.nightjar.asl.expression.Arguments.any;
import static dev.nightjar.asl.expression.Arguments.list;
import static dev.nightjar.asl.expression.Arguments.optionalText;
import static dev.nightjar.asl.expression.Function.calling;
import static dev.nightjar.asl.expression.Function.defined;
import static dev.nightjar.asl.expression.Function.definedBy;
import static dev.nightjar.asl.expression.Function.plain;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.OpenJsonata;
import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.Utils;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** JSONata's "Array functions", "Object functions" and "Boolean functions". */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static Map<String, Function> all() {
        Map<String, Function> functions = new HashMap<>();
        functions.put("append", calling("<xx:a>", CollectionFunctions::append));
        functions.put("reverse", defined("<a:a>", args -> reverse(list(args, 0))));
        functions.put("shuffle", definedBy("<a:a>", CollectionFunctions::shuffle));
        functions.put("distinct", defined("<x:x>", args -> distinct(any(args, 0))));
        functions.put("zip", plain("<a+>", CollectionFunctions::zip).withArity(0));
        functions.put("keys", plain("<x-:a<s>>", args -> keys(args.getFirst())));
        functions.put(
                "lookup",
                plain("<x-s:x>", args -> Functions.lookup(args.getFirst(), optionalText(args, 1))));
        functions.put("spread", plain("<x-:a<o>>", args -> spread(args.getFirst())));
        functions.put("merge", defined("<a<o>:o>", args -> merge(list(args, 0))));
        functions.put("clone", defined("<(oa)-:o>", args -> Copies.of(any(args, 0))));
        functions.put("exists", plain("<x:b>", args -> args.getFirst() != null));
        functions.put("boolean", defined("<x-:b>", args -> isTrue(any(args, 0))));
        functions.put("not", defined("<x-:b>", args -> !isTrue(any(args, 0))));
        functions.put("type", defined("<x:s>", args -> type(any(args, 0))));
        functions.put("error", plain("<s?:x>", CollectionFunctions::error));
        functions.put("assert", plain("<bs?:x>", CollectionFunctions::check));
        return functions;
    }

    /** A function as an argument counts as false, though one as an operand counts as true. */
    private static boolean isTrue(Object value) {
        return !OpenJsonata.isFunction(value) && JsonataValue.isTrue(value);
    }

    private static @Nullable Object append(Call call, List<?> args) {
        Object first = args.get(0);
        Object second = args.get(1);
        if (first instanceof List<?> left && second instanceof List<?> right) {
            call.guard().sequence(left.size() + right.size());
        }
        return Functions.append(first, second);
    }

    private static List<?> reverse(List<?> items) {
        return items.size() <= 1 ? items : new ArrayList<>(items.reversed());
    }

    private static List<?> shuffle(Call call, List<?> args) {
        RandomGenerator random = Evaluation.of(call).bindings().random();
        List<Object> shuffled = new ArrayList<>(list(args, 0));
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            shuffled.set(j, shuffled.set(i, shuffled.get(j)));
        }
        return shuffled;
    }

    private static Object distinct(Object value) {
        if (!(value instanceof List<?> list) || list.size() <= 1) {
            return value;
        }
        List<@Nullable Object> distinct =
                Utils.isSequence(list) ? OpenJsonata.sequence() : new ArrayList<>();
        distinct.addAll(new LinkedHashSet<>(list));
        return distinct;
    }

    private static Object zip(List<?> arrays) {
        int length = Integer.MAX_VALUE;
        for (Object array : arrays) {
            length = Math.min(length, array instanceof List<?> list ? list.size() : 0);
        }
        List<Object> zipped = new ArrayList<>();
        for (int i = 0; i < length && !arrays.isEmpty(); i++) {
            List<Object> tuple = new ArrayList<>(arrays.size());
            for (Object array : arrays) {
                tuple.add(((List<?>) array).get(i));
            }
            zipped.add(tuple);
        }
        return zipped;
    }

    private static Object keys(@Nullable Object value) {
        Set<Object> keys = new LinkedHashSet<>();
        collectKeys(value, keys);
        List<@Nullable Object> sequence = OpenJsonata.sequence();
        sequence.addAll(keys);
        return sequence;
    }

    private static void collectKeys(@Nullable Object value, Set<Object> keys) {
        if (value instanceof List<?> list) {
            list.forEach(each -> collectKeys(each, keys));
        } else if (value instanceof Map<?, ?> map) {
            keys.addAll(map.keySet());
        }
    }

    private static @Nullable Object spread(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> spread = OpenJsonata.sequence();
            for (Object each : list) {
                Object parts = spread(each);
                if (parts instanceof List<?> more) {
                    spread.addAll(more);
                } else if (parts != null) {
                    spread.add(parts);
                }
            }
            return spread;
        }
        if (value instanceof Map<?, ?> map) {
            List<@Nullable Object> spread = OpenJsonata.sequence();
            map.forEach((name, member) -> spread.add(one(name, member)));
            return spread;
        }
        return value;
    }

    private static Map<Object, Object> one(Object name, Object member) {
        Map<Object, Object> object = new LinkedHashMap<>();
        object.put(name, member);
        return object;
    }

    private static Map<Object, Object> merge(List<?> objects) {
        Map<Object, Object> merged = new LinkedHashMap<>();
        objects.forEach(object -> merged.putAll((Map<?, ?>) object));
        return merged;
    }

    private static String type(Object value) {
        if (OpenJsonata.isFunction(value)) {
            return "function";
        }
        return switch (value) {
            case Number number -> JsonataValue.isNumber(number) ? "number" : "object";
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case List<?> _ -> "array";
            case Map<?, ?> _ -> "object";
            default -> "null";
        };
    }

    private static @Nullable Object error(List<?> args) {
        String message = optionalText(args, 0);
        boolean none = message == null || message.isEmpty();
        throw JsonataError.of("D3137")
                .and("message", none ? "$error() function evaluated" : message);
    }

    private static @Nullable Object check(List<?> args) {
        if (Boolean.TRUE.equals(args.getFirst())) {
            return null;
        }
        String message = optionalText(args, 1);
        boolean none = message == null || message.isEmpty();
        throw JsonataError.of("D3141")
                .and("message", none ? "$assert() statement failed" : message);
    }
}
