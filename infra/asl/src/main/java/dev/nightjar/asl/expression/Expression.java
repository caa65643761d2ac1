package dev.nightjar.asl.expression;

import tools.jackson.databind.JsonNode;

/** One compiled expression. Immutable and safe for use by many threads. */
public interface Expression {

    /** The text between <code>{%</code> and <code>%}</code>, trimmed. */
    String source();

    /**
     * The expression's value.
     *
     * @param field the field it stands in, for the message of a failure
     * @throws ExpressionFailure when it has no JSON value, or fails
     */
    JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure;
}
