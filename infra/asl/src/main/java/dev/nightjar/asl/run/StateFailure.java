package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;

import org.jspecify.annotations.Nullable;

/**
 * Why a state, a flow or an execution failed. A Fail state may give neither.
 *
 * @param noHeartbeat whether a heartbeat did not come: AWS reports that as {@code States.Timeout},
 *     yet Retry and Catch may name {@code States.HeartbeatTimeout}
 */
record StateFailure(@Nullable String error, @Nullable String cause, boolean noHeartbeat) {

    StateFailure(@Nullable String error, @Nullable String cause) {
        this(error, cause, false);
    }

    static StateFailure ofMissingHeartbeat() {
        return new StateFailure(ErrorName.TIMEOUT, null, true);
    }

    /** The name that Retry and Catch match. */
    String name() {
        if (noHeartbeat) {
            return ErrorName.HEARTBEAT_TIMEOUT;
        }
        return error == null ? "" : error;
    }

    /** The cause in {@code $states.errorOutput}: of a time-out it is empty, not null. */
    @Nullable String causeOfOutput() {
        return cause == null && ErrorName.TIMEOUT.equals(error) ? "" : cause;
    }
}
