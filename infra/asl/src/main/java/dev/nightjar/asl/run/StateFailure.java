package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

/** Why a state, a flow or an execution failed. A Fail state may give neither. */
record StateFailure(@Nullable String error, @Nullable String cause) {

    /** The name that Retry and Catch match. */
    String name() {
        return error == null ? "" : error;
    }
}
