package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** A passing failure of the world below: retried with backoff and jitter. */
public final class Transient extends NightjarError {
    private static final long serialVersionUID = 1L;

    public Transient(String message) {
        super(message, null);
    }

    public Transient(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
