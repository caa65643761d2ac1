package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** A bundle failed its proof: digest, signature, golden rows or library. */
public final class BundleRefused extends NightjarError {
    private static final long serialVersionUID = 1L;

    public BundleRefused(String message) {
        super(message, null);
    }

    public BundleRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
