package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The closed set of errors that steps throw. Class names travel: Lambda reports the qualified name
 * as the error, and the state machines catch and retry by it, so these classes never move.
 */
public abstract sealed class NightjarError extends RuntimeException
        permits DataUnfit,
                ModelUnfit,
                DefinitionInvalid,
                BundleRefused,
                LedgerBroken,
                DeadlinePassed,
                Conflict,
                Transient {
    private static final long serialVersionUID = 1L;

    NightjarError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
