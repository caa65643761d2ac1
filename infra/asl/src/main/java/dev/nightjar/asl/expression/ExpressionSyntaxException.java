package dev.nightjar.asl.expression;

import java.io.Serial;

/** A text is not an expression of the language. */
public final class ExpressionSyntaxException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    ExpressionSyntaxException(String message) {
        super(message);
    }

    /** What is wrong, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
