package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The end of an execution as EventBridge tells it (Step Functions developer guide, "Step Functions
 * Execution Status Change").
 *
 * @param execution ARN
 * @param input JSON text, or null where it was too large for the event
 * @param stoppedAt to the millisecond; {@link Instant#MAX} where the event does not tell it
 */
record ExecutionEnd(
        String execution,
        String status,
        @Nullable String input,
        @Nullable String error,
        @Nullable String cause,
        Instant stoppedAt) {
    private static final String DETAIL_TYPE = "Step Functions Execution Status Change";

    ExecutionEnd {
        requireNonNull(execution, "execution is null");
        requireNonNull(status, "status is null");
        requireNonNull(stoppedAt, "stoppedAt is null");
    }

    /** Whether the JSON is such an event. */
    static boolean isOne(JsonNode event) {
        return event.path("detail-type").asString("").equals(DETAIL_TYPE);
    }

    static ExecutionEnd of(JsonNode event) {
        JsonNode detail = event.required("detail");
        return new ExecutionEnd(
                detail.required("executionArn").asString(),
                detail.required("status").asString(),
                text(detail.path("input")),
                text(detail.path("error")),
                text(detail.path("cause")),
                stoppedAt(detail.path("stopDate")));
    }

    /** Milliseconds; LocalStack writes a text. Without either the end is the newest event. */
    private static Instant stoppedAt(JsonNode stopDate) {
        if (stopDate.isNumber()) {
            return Instant.ofEpochMilli(stopDate.asLong());
        }
        return stopDate.isString()
                ? OffsetDateTime.parse(stopDate.asString()).toInstant()
                : Instant.MAX;
    }

    /** What stands for the error where an execution ended without one. */
    String errorOrStatus() {
        return error == null ? status : error;
    }

    /** Whether people should hear of it. */
    boolean isFailure() {
        return switch (status) {
            case "FAILED", "TIMED_OUT", "ABORTED" -> true;
            default -> false;
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
