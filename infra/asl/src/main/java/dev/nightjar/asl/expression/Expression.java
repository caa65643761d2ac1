package dev.nightjar.asl.expression;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** One compiled expression. Immutable and safe for use by many threads. */
public interface Expression {

    /** The text between <code>{%</code> and <code>%}</code>, trimmed. */
    String source();

    /**
     * What the expression refers to that it cannot see, in the words of AWS's diagnostics, in the
     * order of the text and each once.
     *
     * @param offered what {@code $states} has in the field that the expression stands in
     */
    List<String> unsupportedReferences(StatesFields offered);

    /**
     * The expression's value.
     *
     * @param field the field it stands in, for the message of a failure
     * @throws ExpressionFailure when it has no JSON value, or fails
     */
    JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure;
}
