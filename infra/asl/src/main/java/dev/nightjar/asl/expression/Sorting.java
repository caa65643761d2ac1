package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** The order-by operator ("Sorting, grouping and aggregation"). Used by one thread. */
final class Sorting {
    private final List<Symbol> terms;
    private final List<Boolean> descending;
    private final boolean tuples;
    private final Scope scope;

    Sorting(List<Symbol> terms, List<Boolean> descending, boolean tuples, Scope scope) {
        this.terms = terms;
        this.descending = descending;
        this.tuples = tuples;
        this.scope = scope;
    }

    List<?> of(List<?> items) {
        return items.size() <= 1
                ? items
                : MergeSort.of(items, (left, right) -> compare(left, right) > 0);
    }

    /** Items without the value that is compared go last, whatever the direction. */
    private int compare(Object left, Object right) {
        for (int i = 0; i < terms.size(); i++) {
            Object a = value(terms.get(i), left);
            Object b = value(terms.get(i), right);
            int order;
            if (a == null || b == null) {
                order = Boolean.compare(a == null, b == null);
            } else {
                order = descending.get(i) ? -order(a, b) : order(a, b);
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private @Nullable Object value(Symbol term, Object item) {
        return tuples
                ? scope.with(item).evaluate(term, ((Map<?, ?>) item).get("@"))
                : scope.evaluate(term, item);
    }

    private static int order(Object left, Object right) {
        if (!isComparable(left) || !isComparable(right)) {
            throw JsonataError.of("T2008");
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        throw JsonataError.about(left, "T2007").and("value2", right);
    }

    private static boolean isComparable(Object value) {
        return value instanceof String || value instanceof Number;
    }
}
