package dev.nightjar.local.bench;

import java.io.Serial;

/** LocalStack cannot be had, or did not do what it was asked; the message says why. */
final class LocalStackFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    LocalStackFailure(String reason) {
        super(reason);
    }

    LocalStackFailure(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, in one line. */
    String reason() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("no reason is known");
    }
}
