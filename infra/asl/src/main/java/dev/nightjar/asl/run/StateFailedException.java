package dev.nightjar.asl.run;

import java.io.Serial;

/** A state cannot go on. */
final class StateFailedException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final StateFailure failure;

    StateFailedException(String error, String cause) {
        this(new StateFailure(error, cause));
    }

    StateFailedException(StateFailure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    StateFailure failure() {
        return failure;
    }
}
