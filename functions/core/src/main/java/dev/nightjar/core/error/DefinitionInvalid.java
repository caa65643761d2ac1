package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** The pipeline's definition, or what was asked of it, cannot be carried out. */
public final class DefinitionInvalid extends NightjarError {
    private static final long serialVersionUID = 1L;

    public DefinitionInvalid(String message) {
        super(message, null);
    }

    public DefinitionInvalid(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
