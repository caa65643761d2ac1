package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/**
 * What one attempt at a Task asks for, with every expression evaluated.
 *
 * @param token what completes the task from outside, or null when its handler does
 */
record TaskPlan(
        TaskResource resource,
        JsonNode arguments,
        @Nullable JsonNode credentials,
        @Nullable Duration timeout,
        @Nullable Duration heartbeat,
        @Nullable String token) {}
