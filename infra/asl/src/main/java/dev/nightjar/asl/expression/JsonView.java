package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON as the library wants to see it, and back. Objects and arrays are seen through read-only
 * views, so that an expression pays for what it reads, and what it passes on comes back untouched.
 */
final class JsonView {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_NESTING = StreamReadConstraints.DEFAULT_MAX_DEPTH;

    private JsonView() {}

    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new ObjectView((ObjectNode) node);
            case ARRAY -> new ArrayView((ArrayNode) node);
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING, BINARY, POJO -> Jsonata.NULL_VALUE;
        };
    }

    private static Number number(JsonNode node) {
        if (node.isInt()) {
            return node.intValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return JsonataValue.number(node.longValue());
        }
        return JsonataValue.number(node.doubleValue());
    }

    /** Whether two objects or arrays are one and the same. */
    @SuppressWarnings("ReferenceEquality") // the question is which
    static boolean areSame(@Nullable Object left, @Nullable Object right) {
        if (left instanceof ObjectView a && right instanceof ObjectView b) {
            return a.node == b.node;
        }
        if (left instanceof ArrayView a && right instanceof ArrayView b) {
            return a.node == b.node;
        }
        return left == right;
    }

    /**
     * The JSON of a value of the library, or null when it has none.
     *
     * @throws Evaluation.Exceeded when it is nested deeper than JSON that can be read again
     */
    static @Nullable JsonNode toJson(@Nullable Object value) {
        return toJson(value, 0);
    }

    private static @Nullable JsonNode toJson(@Nullable Object value, int depth) {
        if (depth > MAX_NESTING) {
            throw new Evaluation.Exceeded(Evaluation.DEPTH);
        }
        return switch (value) {
            case ObjectView view -> view.node;
            case ArrayView view -> view.node;
            case String text -> JSON.stringNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Number number -> decimal(number.doubleValue());
            case Map<?, ?> map -> object(map, depth + 1);
            case List<?> list -> array(list, depth + 1);
            case null -> null;
            default -> Jsonata.NULL_VALUE.equals(value) ? JSON.nullNode() : null;
        };
    }

    /** Non-finite numbers are texts in a state's output, as AWS writes them. */
    private static JsonNode decimal(double number) {
        if (!Double.isFinite(number)) {
            return JSON.stringNode(Double.toString(number));
        }
        return JSON.numberNode(number);
    }

    private static @Nullable JsonNode object(Map<?, ?> map, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() == null) {
                continue;
            }
            JsonNode value = toJson(entry.getValue(), depth);
            if (value == null) {
                return null;
            }
            object.set(String.valueOf(entry.getKey()), value);
        }
        return object;
    }

    private static @Nullable JsonNode array(List<?> list, int depth) {
        ArrayNode array = JSON.arrayNode(list.size());
        for (Object element : list) {
            JsonNode value = element == null ? JSON.nullNode() : toJson(element, depth);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    private static final class ArrayView extends AbstractList<Object> {
        private final ArrayNode node;

        ArrayView(ArrayNode node) {
            this.node = node;
        }

        @Override
        public Object get(int index) {
            return of(node.get(index));
        }

        @Override
        public int size() {
            return node.size();
        }
    }

    private static final class ObjectView extends AbstractMap<String, Object> {
        private final ObjectNode node;

        ObjectView(ObjectNode node) {
            this.node = node;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = key instanceof String name ? node.get(name) : null;
            return value == null ? null : of(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && node.has(name);
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return new Entries(node);
        }
    }

    private static final class Entries extends AbstractSet<Map.Entry<String, Object>> {
        private final ObjectNode node;

        Entries(ObjectNode node) {
            this.node = node;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return node.properties().stream()
                    .map(entry -> Map.entry(entry.getKey(), of(entry.getValue())))
                    .iterator();
        }

        @Override
        public int size() {
            return node.size();
        }
    }
}
