package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata;
import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Predicates: places that are numbers, or conditions ("Predicate expressions"). */
final class Selection {
    private Selection() {}

    /** The item at a place; from the end when negative. A list at it is the selection itself. */
    static Object at(Number index, List<?> items, boolean tuples) {
        double floor = Math.floor(index.doubleValue());
        double wanted = floor < 0 ? items.size() + floor : floor;
        Object item = wanted >= 0 && wanted < items.size() ? items.get((int) wanted) : null;
        if (item instanceof List<?> list) {
            return list;
        }
        List<@Nullable Object> selected = OpenJsonata.sequence(tuples);
        if (item != null) {
            selected.add(item);
        }
        return selected;
    }

    /** The items for which the predicate is true, or names their places. */
    static Object by(Symbol predicate, List<?> items, boolean tuples, Scope scope) {
        List<@Nullable Object> selected = OpenJsonata.sequence(tuples);
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            Object value =
                    tuples && item instanceof Map<?, ?> tuple
                            ? scope.with(tuple).evaluate(predicate, tuple.get("@"))
                            : scope.evaluate(predicate, item);
            for (int times = times(value, i, items.size()); times > 0; times--) {
                selected.add(item);
            }
        }
        return selected;
    }

    private static int times(@Nullable Object value, int index, int size) {
        List<?> places = value instanceof List<?> list ? list : List.of();
        if (value instanceof Number number && JsonataValue.isNumber(number)) {
            places = List.of(number);
        } else if (!(value instanceof List) || !places.stream().allMatch(JsonataValue::isNumber)) {
            return JsonataValue.isTrue(value) ? 1 : 0;
        }
        return (int) places.stream().filter(each -> isPlace((Number) each, index, size)).count();
    }

    private static boolean isPlace(Number place, int index, int size) {
        double floor = Math.floor(place.doubleValue());
        return (floor < 0 ? size + floor : floor) == index;
    }
}
