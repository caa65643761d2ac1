package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** The rows do not add up: nothing may be published. */
public final class LedgerBroken extends NightjarError {
    private static final long serialVersionUID = 1L;

    public LedgerBroken(String message) {
        super(message, null);
    }

    public LedgerBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
