package dev.nightjar.core.error;

import org.jspecify.annotations.Nullable;

/** No model can be trained from the data, or none serves. A closed gate is an answer, not this. */
public final class ModelUnfit extends NightjarError {
    private static final long serialVersionUID = 1L;

    public ModelUnfit(String message) {
        super(message, null);
    }

    public ModelUnfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
