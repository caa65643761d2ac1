package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** The data cannot be used as it is; never retried, because only mended data helps. */
public final class DataUnfit extends NightjarError {
    private static final long serialVersionUID = 1L;

    public DataUnfit(String message) {
        super(message, null);
    }

    public DataUnfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
