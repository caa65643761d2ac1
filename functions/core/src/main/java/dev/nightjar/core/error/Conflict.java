package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** Another attempt, or another move of the pointer, was first; the message names the winner. */
public final class Conflict extends NightjarError {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message, null);
    }

    public Conflict(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
