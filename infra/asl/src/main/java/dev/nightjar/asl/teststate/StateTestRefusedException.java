package dev.nightjar.asl.teststate;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/** A test that AWS would not run: the exception that TestState answers. */
public final class StateTestRefusedException extends IllegalArgumentException {
    @Serial private static final long serialVersionUID = 1L;

    /** The request is wrong. */
    public static final String VALIDATION = "ValidationException";

    /** The definition is wrong. */
    public static final String INVALID_DEFINITION = "InvalidDefinition";

    /** AWS runs this, the engine does not: our own code. */
    public static final String NOT_IMPLEMENTED = "NOT_IMPLEMENTED";

    private final String code;
    private final String text;

    StateTestRefusedException(String code, String text) {
        super(code + ": " + text);
        this.code = requireNonNull(code, "code is null");
        this.text = requireNonNull(text, "text is null");
    }

    /** A wrong request. */
    public static StateTestRefusedException validation(String text) {
        return new StateTestRefusedException(VALIDATION, text);
    }

    /** {@link #VALIDATION}, {@link #INVALID_DEFINITION} or {@link #NOT_IMPLEMENTED}. */
    public String code() {
        return code;
    }

    /** The message, as AWS words it where that is known. */
    public String text() {
        return text;
    }
}
