package dev.nightjar.tables;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The days at which time is cut.
 *
 * @param validationFrom first day of validation, or null without validation
 * @param holdoutFrom first day that is held out
 */
public record TimeCut(@Nullable String validationFrom, String holdoutFrom) {
    public TimeCut {
        requireNonNull(holdoutFrom, "holdoutFrom is null");
    }

    /** The part of a day. */
    public Part part(String day) {
        if (day.compareTo(holdoutFrom) >= 0) {
            return Part.HOLDOUT;
        }
        return validationFrom != null && day.compareTo(validationFrom) >= 0
                ? Part.VALIDATION
                : Part.TRAINING;
    }
}
