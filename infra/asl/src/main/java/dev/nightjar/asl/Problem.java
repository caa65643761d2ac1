package dev.nightjar.asl;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a state machine document. Problems are values: all of a document are
 * collected, none is thrown. Immutable.
 *
 * @param pointer JSON pointer of the place, as AWS reports it: {@code /} for the fields of the
 *     document itself; empty for its text
 * @param code AWS's diagnostic code, or {@link #NOT_IMPLEMENTED}
 * @param message what is wrong
 * @param remedy what to do about it
 * @param severity how much it weighs
 */
public record Problem(
        String pointer, String code, String message, String remedy, Severity severity) {

    /** The text is not JSON. */
    public static final String INVALID_JSON = "INVALID_JSON_DESCRIPTION";

    /** A field is missing, unknown, or of the wrong type or value. */
    public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    /** A transition leads to no state. */
    public static final String MISSING_TARGET = "MISSING_TRANSITION_TARGET";

    /** A flow has no state that ends it. */
    public static final String MISSING_END = "MISSING_END_STATE";

    /** Two states have the same name. */
    public static final String DUPLICATE_NAME = "DUPLICATE_STATE_NAME";

    /** A state's name is empty or too long. */
    public static final String INVALID_NAME = "INVALID_STATE_NAME";

    /** Two Maps have the same Label. */
    public static final String DUPLICATE_LABEL = "DUPLICATE_LABEL_NAME";

    /** A Label is too long, or has characters that it must not have. */
    public static final String INVALID_LABEL = "INVALID_LABEL_NAME";

    /** An expression is not JSONata. */
    public static final String INVALID_EXPRESSION = "INVALID_JSONATA_EXPRESSION";

    /** An expression is JSONata, but refers to something that a state machine does not have. */
    public static final String UNSUPPORTED_EXPRESSION = "UNSUPPORTED_JSONATA_EXPRESSION";

    /** AWS accepts this, the engine does not: our own code. */
    public static final String NOT_IMPLEMENTED = "NOT_IMPLEMENTED";

    public Problem {
        requireNonNull(pointer, "pointer is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(remedy, "remedy is null");
        requireNonNull(severity, "severity is null");
    }

    /** An error with the given code. */
    public static Problem error(String pointer, String code, String message, String remedy) {
        return new Problem(pointer, code, message, remedy, Severity.ERROR);
    }

    /** Whether this problem alone makes the document unusable. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "/" : pointer;
        return place + ": " + message + " (" + code + "). " + remedy;
    }
}
