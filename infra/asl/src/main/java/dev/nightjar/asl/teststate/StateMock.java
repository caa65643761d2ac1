package dev.nightjar.asl.teststate;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What stands in for the work of a Task, a Map or a Parallel ("MockInput", API reference).
 * Immutable.
 *
 * @param result JSON text of what the work gives, or null
 * @param errorOutput how it fails, or null
 * @param fieldValidationMode how strictly the result is checked
 */
public record StateMock(
        @Nullable String result,
        @Nullable ErrorOutput errorOutput,
        FieldValidationMode fieldValidationMode) {

    public StateMock {
        requireNonNull(fieldValidationMode, "fieldValidationMode is null");
    }

    /** A result, checked strictly. */
    public static StateMock result(String json) {
        return new StateMock(
                requireNonNull(json, "json is null"), null, FieldValidationMode.STRICT);
    }

    /** A result, checked in the given way. */
    public static StateMock result(String json, FieldValidationMode mode) {
        return new StateMock(requireNonNull(json, "json is null"), null, mode);
    }

    /** A failure. */
    public static StateMock error(String error, @Nullable String cause) {
        return new StateMock(null, new ErrorOutput(error, cause), FieldValidationMode.STRICT);
    }

    /** An error name and a cause. */
    public record ErrorOutput(@Nullable String error, @Nullable String cause) {}
}
