package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/**
 * A task ends with an error name and a cause, which Retry and Catch see (specification, "Errors").
 */
public final class TaskFailure extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final String error;
    private final @Nullable String cause;

    /** A failure with the given error name, which ErrorEquals matches, and any text as cause. */
    public TaskFailure(String error, @Nullable String cause) {
        super(error + (cause == null ? "" : ": " + cause));
        this.error = requireNonNull(error, "error is null");
        this.cause = cause;
    }

    /** The error name. */
    public String error() {
        return error;
    }

    /** The cause as the history shows it, or null. */
    public @Nullable String causeText() {
        return cause;
    }
}
