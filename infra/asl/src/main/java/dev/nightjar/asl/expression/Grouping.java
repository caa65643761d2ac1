package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Object constructors and group-by: items are gathered under the keys that they give, then each
 * group gives one value ("Sorting, grouping and aggregation"). Used by one thread.
 */
final class Grouping {
    private final List<Symbol[]> pairs;
    private final boolean tuples;
    private final Scope scope;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    Grouping(List<Symbol[]> pairs, boolean tuples, Scope scope) {
        this.pairs = pairs;
        this.tuples = tuples;
        this.scope = scope;
    }

    private static final class Group {
        private final int pair;
        private @Nullable Object data;
        private @Nullable List<@Nullable Object> gathered;

        Group(int pair, @Nullable Object data) {
            this.pair = pair;
            this.data = data;
        }

        void add(@Nullable Object item) {
            if (item == null || data == null) {
                data = data == null ? item : data;
                return;
            }
            if (gathered == null) {
                gathered = new ArrayList<>();
                append(gathered, data);
                data = gathered;
            }
            append(gathered, item);
        }

        private static void append(List<@Nullable Object> list, Object item) {
            if (item instanceof List<?> more) {
                list.addAll(more);
            } else {
                list.add(item);
            }
        }
    }

    /** The object; without any item it is a literal one. */
    Map<String, Object> of(List<?> items) {
        if (items.isEmpty()) {
            gather(null);
        }
        items.forEach(this::gather);
        Map<String, Object> object = new LinkedHashMap<>();
        groups.forEach(
                (key, group) -> {
                    Object value = value(group);
                    if (value != null) {
                        object.put(key, value);
                    }
                });
        return object;
    }

    private void gather(@Nullable Object item) {
        boolean tuple = tuples && item != null;
        Scope inner = tuples && item != null ? scope.with(item) : scope;
        Object context = item instanceof Map<?, ?> map && tuple ? map.get("@") : item;
        for (int i = 0; i < pairs.size(); i++) {
            Object key = inner.evaluate(pairs.get(i)[0], context);
            if (key == null) {
                continue;
            }
            if (!(key instanceof String name)) {
                throw JsonataError.about(key, "T1003");
            }
            Group group = groups.get(name);
            if (group == null) {
                groups.put(name, new Group(i, item));
            } else if (group.pair != i) {
                throw JsonataError.about(key, "D1009");
            } else {
                group.add(item);
            }
        }
    }

    private @Nullable Object value(Group group) {
        Symbol node = pairs.get(group.pair)[1];
        if (!tuples || group.data == null) {
            return scope.evaluate(node, group.data);
        }
        Map<Object, Object> tuple = new LinkedHashMap<>(scope.merged(group.data));
        Object context = tuple.remove("@");
        return scope.with(tuple).evaluate(node, context);
    }
}
