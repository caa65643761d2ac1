package dev.nightjar.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * One call of one function as a log line, to be searched by run, state or item. Written as JSON on
 * one line.
 *
 * @param at when it ended, or null where the log keeps the time itself
 * @param level {@code INFO} or {@code ERROR}
 * @param run null before a slot is claimed
 * @param item of a Map: a candidate's index or a shard's number
 * @param retry how often the state was retried before
 * @param error short name, or null when the call ended well
 * @param cause in one sentence, or null
 */
public record CallLine(
        @Nullable Instant at,
        String level,
        @Nullable String run,
        @Nullable String state,
        @Nullable Integer item,
        int retry,
        String function,
        double seconds,
        @Nullable String error,
        @Nullable String cause) {
    public CallLine {
        requireNonNull(level, "level is null");
        requireNonNull(function, "function is null");
    }

    /**
     * The line of a call.
     *
     * @param answer what was answered, or null when the call failed
     * @param error the error's name as state machines see it, or null when the call ended well
     * @param cause of the error, or null
     */
    public static CallLine of(
            @Nullable Instant at,
            String function,
            byte[] request,
            byte @Nullable [] answer,
            double seconds,
            @Nullable String error,
            @Nullable String cause) {
        JsonNode asked = tree(request);
        JsonNode task = asked.path("task");
        JsonNode item = asked.path("item");
        String run = text(asked.path("run"));
        return new CallLine(
                at,
                error == null ? "INFO" : "ERROR",
                run == null && answer != null ? text(tree(answer).path("run")) : run,
                text(task.path("state")),
                item.isInt() ? item.asInt() : null,
                task.path("retry").asInt(0),
                function,
                seconds,
                error == null ? null : ErrorTable.shortName(error),
                cause);
    }

    /** The line itself, without a line end. */
    public String text() {
        return Json.text(this);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.parse(json);
        } catch (UnreadableJson _) {
            return Json.tree(""); // the call itself says what is wrong with it
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
