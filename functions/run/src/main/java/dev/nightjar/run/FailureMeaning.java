package dev.nightjar.run;

import dev.nightjar.aws.FailureCause;
import dev.nightjar.core.error.ErrorClass;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.night.FailureRequest;

import org.jspecify.annotations.Nullable;

/**
 * What a failure says to people.
 *
 * @param error short name
 * @param cause a sentence, cut where it is very long
 * @param component of the system, where that failed and it can be guessed
 */
record FailureMeaning(
        String error, ErrorClass errorClass, String cause, @Nullable String component) {
    private static final int LONGEST_CAUSE = 2_000;

    static FailureMeaning of(FailureRequest request) {
        String cause = cause(request.cause());
        ErrorClass errorClass = ErrorTable.of(request.error()).errorClass();
        return new FailureMeaning(
                ErrorTable.shortName(request.error()),
                errorClass,
                cause,
                errorClass == ErrorClass.SYSTEM
                        ? FailureComponent.of(request.error(), cause)
                        : null);
    }

    private static String cause(@Nullable String cause) {
        if (cause == null || cause.isBlank()) {
            return "no cause was given";
        }
        String sentence = FailureCause.sentence(cause);
        return sentence.length() <= LONGEST_CAUSE
                ? sentence
                : sentence.substring(0, LONGEST_CAUSE) + " ...";
    }
}
