package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an execution did since it was started or last redriven, read from its history. The one place
 * that decides which state failed.
 *
 * @param state the state that failed: the newest, before RecordFailure if the machine went there;
 *     null when the execution entered none. Children of distributed Maps have histories of their
 *     own
 * @param caught whether the machine caught the failure: it entered RecordFailure
 * @param asked what the machine asked of RecordFailure, or null
 * @param recorded whether RecordFailure ended well
 * @param redrives how often the execution was redriven
 */
public record LastTry(
        @Nullable String state,
        boolean caught,
        @Nullable FailureRequest asked,
        boolean recorded,
        int redrives) {
    static final String RECORDER = "RecordFailure";

    /** Of the events of an execution, newest first. */
    public static LastTry of(Iterable<ExecutionEvent> newestFirst) {
        return of(newestFirst, Instant.MAX);
    }

    /**
     * Of the events of an execution, newest first, of which those after its end belong to a redrive
     * that has begun since.
     *
     * @param end to the millisecond
     */
    static LastTry of(Iterable<ExecutionEvent> newestFirst, Instant end) {
        Reading reading = new Reading();
        for (ExecutionEvent event : newestFirst) {
            if (event.at().truncatedTo(ChronoUnit.MILLIS).isAfter(end)) {
                continue;
            }
            if (reading.isOver(event)) {
                break;
            }
        }
        return new LastTry(
                reading.state, reading.caught, reading.asked, reading.recorded, reading.redrives);
    }

    /**
     * From the newest event back to the one with which the try began, and on to the state that it
     * began in: a redrive goes on within a state and does not enter it again.
     */
    private static final class Reading {
        private @Nullable String state;
        private @Nullable String scheduled;
        private @Nullable FailureRequest asked;
        private boolean caught;
        private boolean recorded;
        private boolean earlier;
        private int redrives;

        boolean isOver(ExecutionEvent event) {
            switch (event.type()) {
                case "ExecutionStarted" -> {
                    return true;
                }
                case "ExecutionRedriven" -> redriven(event);
                case "TaskScheduled" -> scheduled = event.details();
                default -> see(event);
            }
            return earlier && state != null;
        }

        private void redriven(ExecutionEvent event) {
            if (!earlier) {
                redrives = Json.parse(event.details()).path("redriveCount").asInt(1);
                earlier = true;
            }
        }

        private void see(ExecutionEvent event) {
            String named = event.state();
            if (named == null) {
                return;
            }
            if (!named.equals(RECORDER)) {
                state = state == null ? named : state;
                return;
            }
            // What was seen so far came after it: the state in which the machine ends.
            caught = true;
            state = null;
            if (event.type().endsWith("StateExited")) {
                recorded |= !earlier;
            } else {
                asked = scheduled == null ? null : request(scheduled);
            }
        }
    }

    private static @Nullable FailureRequest request(String scheduled) {
        try {
            String parameters = Json.parse(scheduled).path("parameters").asString("{}");
            return Json.read(
                    requireNonNull(Json.parse(parameters).get("Payload"), "Payload is null"),
                    FailureRequest.class);
        } catch (UnreadableJson notOurs) {
            return null;
        }
    }
}
