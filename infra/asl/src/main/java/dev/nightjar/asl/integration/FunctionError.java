package dev.nightjar.asl.integration;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.Serial;
import java.util.List;

/**
 * A Lambda function fails. Its error object {@code {errorMessage, errorType, stackTrace}} becomes
 * the cause, its type the error name that Retry and Catch match ("Handling errors in Step Functions
 * workflows", developer guide).
 */
public final class FunctionError extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String errorType;
    private final String causeText;

    /** A failure with an error type and a message. */
    public FunctionError(String errorType, String errorMessage) {
        this(errorType, errorMessage, List.of());
    }

    /** A failure with the lines of its stack trace. */
    public FunctionError(String errorType, String errorMessage, List<String> frames) {
        super(errorType + ": " + errorMessage);
        this.errorType = requireNonNull(errorType, "errorType is null");
        this.causeText = causeText(errorType, errorMessage, frames);
    }

    private static String causeText(String errorType, String errorMessage, List<String> frames) {
        ObjectNode cause = JsonNodeFactory.instance.objectNode();
        cause.put("errorMessage", requireNonNull(errorMessage, "errorMessage is null"));
        cause.put("errorType", errorType);
        ArrayNode trace = cause.putArray("stackTrace");
        frames.forEach(trace::add);
        return cause.toString();
    }

    /** The error name. */
    public String errorType() {
        return errorType;
    }

    /** The error object as JSON text. */
    public String causeText() {
        return causeText;
    }
}
