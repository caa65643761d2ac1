package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.error.NightjarError;

import org.jspecify.annotations.Nullable;

/**
 * What failed, in the words of the contract.
 *
 * @param state null when nothing was started
 * @param errorClass DATA, MODEL-QUALITY or SYSTEM
 * @param error {@code DataUnfit} for one of ours, else the name as the machine saw it
 * @param record where the failure record lies, or null
 */
public record FailureAnswer(
        @Nullable String state,
        String errorClass,
        String error,
        String cause,
        @Nullable String component,
        @Nullable String record) {
    public FailureAnswer {
        requireNonNull(errorClass, "errorClass is null");
        requireNonNull(error, "error is null");
        requireNonNull(cause, "cause is null");
    }

    /** A failure before anything was started. */
    public static FailureAnswer of(NightjarError problem) {
        String name = problem.getClass().getName();
        return new FailureAnswer(
                null,
                ErrorTable.of(name).errorClass().toString(),
                ErrorTable.shortName(name),
                String.valueOf(problem.getMessage()),
                null,
                null);
    }

    /** What the error means to a user. */
    public ErrorTable.Entry meaning() {
        boolean ours = error.indexOf('.') < 0;
        String packageName = NightjarError.class.getPackageName();
        return ErrorTable.of(ours ? packageName + "." + error : error);
    }
}
