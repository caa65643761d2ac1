package dev.nightjar.asl.expression;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * An expression did not give a JSON value: {@code States.QueryEvaluationError} in the making. The
 * message is the second sentence of AWS's cause.
 */
public final class ExpressionFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String field;

    private ExpressionFailure(String field, String message) {
        super(message);
        this.field = requireNonNull(field, "field is null");
    }

    /** The value was nothing: undefined. */
    public static ExpressionFailure undefined(String expression, String field) {
        return new ExpressionFailure(
                field, subject(expression, field) + "returned nothing (undefined).");
    }

    /** The value was a function, or something else that JSON does not have. */
    public static ExpressionFailure unsupported(String expression, String field) {
        return new ExpressionFailure(
                field, subject(expression, field) + "returned an unsupported result type.");
    }

    /** The value was JSON, of a type that the field does not take. */
    public static ExpressionFailure unexpected(
            String expression, String field, String expected, String found, String value) {
        return new ExpressionFailure(
                field,
                subject(expression, field)
                        + "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                                .formatted(expected, found, value));
    }

    /** Evaluation ended with an error; the detail brings its own punctuation in front. */
    public static ExpressionFailure threw(String expression, String field, String detail) {
        return new ExpressionFailure(
                field, subject(expression, field) + "threw an error during evaluation" + detail);
    }

    /** Anything else that is wrong with a field's value. */
    public static ExpressionFailure of(String field, String message) {
        return new ExpressionFailure(field, message);
    }

    private static String subject(String expression, String field) {
        return "The JSONata expression '%s' specified for the field '%s' "
                .formatted(expression, field);
    }

    /** The field as AWS writes it, e.g. {@code Output/values[0]}; empty for the state itself. */
    public String field() {
        return field;
    }

    /** The message, never null. */
    public String text() {
        return requireNonNull(getMessage(), "message is null");
    }
}
