package dev.nightjar.run;

import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a history, oldest first, an event a second. Not safe for use by multiple threads. */
final class Events {
    static final Instant START = Instant.parse("2026-11-03T03:00:00.250600Z");

    private final List<ExecutionEvent> events = new ArrayList<>();

    /** When the newest event was. */
    Instant now() {
        return START.plusSeconds(events.size());
    }

    Events started() {
        return add("ExecutionStarted", null, "{}");
    }

    Events entered(String kind, String state) {
        return add(kind + "StateEntered", state, "{\"name\":\"" + state + "\"}");
    }

    Events exited(String kind, String state) {
        return add(kind + "StateExited", state, "{\"name\":\"" + state + "\"}");
    }

    /** A task that was called with the payload and has not answered. */
    Events called(String state, Object payload) {
        String parameters =
                Json.text(Map.of("FunctionName", state + "Function", "Payload", payload));
        return entered("Task", state)
                .add("TaskScheduled", null, Json.text(Map.of("parameters", parameters)))
                .add("TaskStarted", null, "{}");
    }

    /** A task that ended well. */
    Events done(String state) {
        return called(state, Map.of()).add("TaskSucceeded", null, "{}").exited("Task", state);
    }

    /** A task that failed, with what followed. */
    Events failed(String state) {
        return called(state, Map.of()).add("TaskFailed", null, "{}");
    }

    Events redriven(int count) {
        return add("ExecutionRedriven", null, "{\"redriveCount\":" + count + "}");
    }

    Events add(String type) {
        return add(type, null, "{}");
    }

    private Events add(String type, @Nullable String state, String details) {
        events.add(new ExecutionEvent(now().plusSeconds(1), type, state, details));
        return this;
    }

    List<ExecutionEvent> newestFirst() {
        return events.reversed();
    }
}
