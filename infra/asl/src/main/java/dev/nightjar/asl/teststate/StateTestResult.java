package dev.nightjar.asl.teststate;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What TestState answers. Immutable, as long as nobody changes the JSON.
 *
 * @param output the state's output, also when a Catch made it; else null
 * @param error the error name, also of a caught error; or null
 * @param cause its cause, or null
 * @param nextState where the state leads; null at an end
 * @param inspectionData null at {@link InspectionLevel#INFO}; members as AWS names them
 *     ("InspectionData", API reference), with JSON where AWS has JSON in texts
 */
public record StateTestResult(
        StateTestStatus status,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        @Nullable String nextState,
        @Nullable ObjectNode inspectionData) {

    public StateTestResult {
        requireNonNull(status, "status is null");
    }
}
