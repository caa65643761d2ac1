package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** The result is wanted no more: its deadline has passed. */
public final class DeadlinePassed extends NightjarError {
    private static final long serialVersionUID = 1L;

    public DeadlinePassed(String message) {
        super(message, null);
    }

    public DeadlinePassed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
