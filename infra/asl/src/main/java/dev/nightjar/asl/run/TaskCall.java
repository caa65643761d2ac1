package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

/**
 * One call of a {@link TaskHandler}. Immutable, as long as nobody changes {@code arguments}.
 *
 * @param resource the resource as the document names it, e.g. {@code
 *     arn:aws:states:::lambda:invoke}
 * @param arguments the evaluated Arguments; the state's input when it has none
 * @param credentials the evaluated Credentials, or null
 * @param executionId the execution that asks; in a distributed Map the child
 * @param stateName the Task, or the Map whose ItemReader asks
 * @param retryCount retries of this visit of the state so far
 * @param mapItemIndex index of the innermost Map's item, or null outside of Maps
 * @param timeout the state's TimeoutSeconds, or null
 * @param deadline when the engine stops waiting, or null
 */
public record TaskCall(
        String resource,
        JsonNode arguments,
        @Nullable JsonNode credentials,
        String executionId,
        String stateName,
        int retryCount,
        @Nullable Integer mapItemIndex,
        @Nullable Duration timeout,
        @Nullable Instant deadline) {

    public TaskCall {
        requireNonNull(resource, "resource is null");
        requireNonNull(arguments, "arguments is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(stateName, "stateName is null");
    }
}
