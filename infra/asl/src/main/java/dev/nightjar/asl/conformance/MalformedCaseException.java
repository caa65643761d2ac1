package dev.nightjar.asl.conformance;

import java.io.Serial;

/** A text is not a case. */
public final class MalformedCaseException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    MalformedCaseException(String message) {
        super(message);
    }
}
