package dev.nightjar.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One call of one function as a log line, to be searched by run, step or shard. Written as JSON on
 * one line.
 *
 * @param at when it ended, or null where the log keeps the time itself
 * @param level {@code INFO} or {@code ERROR}
 * @param run null before a slot is claimed
 * @param step the state that called
 * @param shard number of the shard, in a scoring run's Maps
 * @param candidate index of the candidate, in a training run's Map
 * @param retry how often the state was retried before
 * @param error short name, or null when the call ended well
 * @param cause in one sentence, or null
 * @param requestId Lambda's name of the call, which its own lines bear; null elsewhere
 */
public record CallLine(
        @Nullable Instant at,
        String level,
        @Nullable String run,
        @Nullable String step,
        @Nullable Integer shard,
        @Nullable Integer candidate,
        int retry,
        String function,
        double seconds,
        @Nullable String error,
        @Nullable String cause,
        @Nullable String requestId) {
    /** How the name of a scoring run ends. */
    private static final Pattern SCORING = Pattern.compile("-s\\d+$");

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
     * @param requestId Lambda's, or null
     */
    public static CallLine of(
            @Nullable Instant at,
            String function,
            byte[] request,
            byte @Nullable [] answer,
            double seconds,
            @Nullable String error,
            @Nullable String cause,
            @Nullable String requestId) {
        JsonNode asked = tree(request);
        JsonNode task = asked.path("task");
        String run = run(asked, answer);
        Integer item = asked.path("item").isInt() ? asked.path("item").asInt() : null;
        boolean scoring = run != null && SCORING.matcher(run).find();
        return new CallLine(
                at,
                error == null ? "INFO" : "ERROR",
                run,
                text(task.path("state")),
                scoring ? item : null,
                scoring ? null : item,
                task.path("retry").asInt(0),
                function,
                seconds,
                error == null ? null : ErrorTable.shortName(error),
                cause,
                requestId);
    }

    /** ClaimSlot and RecordFailure learn the run by what they do. */
    private static @Nullable String run(JsonNode asked, byte @Nullable [] answer) {
        String run = text(asked.path("run"));
        return run == null && answer != null ? text(tree(answer).path("run")) : run;
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
