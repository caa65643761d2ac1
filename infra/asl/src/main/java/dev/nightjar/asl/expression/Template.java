package dev.nightjar.asl.expression;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A field's value in which texts from <code>{%</code> to <code>%}</code> are expressions
 * (specification, "JSONata"). Immutable and safe for use by many threads.
 */
public sealed interface Template {

    /** The value as the document has it. */
    JsonNode source();

    /**
     * The value with every expression replaced by what it gives.
     *
     * @param field the field's name, for the message of a failure
     * @throws ExpressionFailure of the first expression that fails
     */
    JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure;

    /** The expression, when the whole value is one; else null. */
    default @Nullable Expression expression() {
        return null;
    }

    /** Whether a text is an expression. */
    static boolean isExpression(String text) {
        return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
    }

    /** Takes what is wrong with the expressions of a template. */
    interface Complaints {

        /** A text between the marks of an expression is none. */
        void syntax(String pointer, String message);

        /** An expression refers to what it cannot see. */
        void reference(String pointer, String message);
    }

    /**
     * Compiles a value.
     *
     * @param pointer JSON pointer of the value
     * @param offered what {@code $states} has there
     */
    static Template compile(
            JsonNode source,
            ExpressionLanguage language,
            String pointer,
            StatesFields offered,
            Complaints complaints) {
        return new TemplateCompiler(language, offered, complaints).compile(source, pointer);
    }

    /** A value without any expression. */
    record Literal(JsonNode source) implements Template {
        public Literal {
            requireNonNull(source, "source is null");
        }

        @Override
        public JsonNode evaluate(Bindings bindings, String field) {
            return source;
        }
    }

    /** One expression. */
    record Single(JsonNode source, Expression expression) implements Template {
        public Single {
            requireNonNull(source, "source is null");
            requireNonNull(expression, "expression is null");
        }

        @Override
        public JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure {
            return expression.evaluate(bindings, field);
        }
    }

    /** An object with expressions somewhere inside. */
    record Members(JsonNode source, SequencedMap<String, Template> members) implements Template {
        public Members {
            requireNonNull(source, "source is null");
            members = new LinkedHashMap<>(members);
        }

        @Override
        public JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, Template> member : members.entrySet()) {
                String name = member.getKey();
                object.set(name, member.getValue().evaluate(bindings, field + "/" + name));
            }
            return object;
        }
    }

    /** An array with expressions somewhere inside. */
    record Elements(JsonNode source, List<Template> elements) implements Template {
        public Elements {
            requireNonNull(source, "source is null");
            elements = List.copyOf(elements);
        }

        @Override
        public JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                array.add(elements.get(i).evaluate(bindings, field + "[" + i + "]"));
            }
            return array;
        }
    }
}
