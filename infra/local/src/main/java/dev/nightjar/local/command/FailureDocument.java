package dev.nightjar.local.command;

import dev.nightjar.local.night.FailureAnswer;

/**
 * The answer of a command that failed before there was a run.
 *
 * @param outcome always FAILED
 */
record FailureDocument(String outcome, FailureAnswer failure) {
    FailureDocument(FailureAnswer failure) {
        this("FAILED", failure);
    }

    static FailureDocument of(String errorClass, String error, String cause) {
        return new FailureDocument(new FailureAnswer(null, errorClass, error, cause, null, null));
    }
}
