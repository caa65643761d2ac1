package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a flow stands, as a journal tells it: before its first state, in a state, between, ended.
 */
final class FlowImage {
    private final Map<String, JsonNode> assigned = new LinkedHashMap<>();
    private long lastEvent;
    private @Nullable StateImage state;
    private @Nullable String next;
    private @Nullable JsonNode output;

    FlowImage(long lastEvent) {
        this.lastEvent = lastEvent;
    }

    /** The variables that its own states assigned. */
    Map<String, JsonNode> assigned() {
        return assigned;
    }

    long lastEvent() {
        return lastEvent;
    }

    /** The state it is in, or null. */
    @Nullable StateImage state() {
        return state;
    }

    /** The state to enter when it is in none; null before the first, and after the last. */
    @Nullable String next() {
        return next;
    }

    /** The output of the state left last, or null before. */
    @Nullable JsonNode output() {
        return output;
    }

    boolean isNew() {
        return state == null && output == null;
    }

    boolean hasEnded() {
        return state == null && output != null && next == null;
    }

    void lastEvent(long id) {
        lastEvent = id;
    }

    void entered(HistoryEvent event) {
        state = new StateImage(event);
        next = null;
        output = null;
        lastEvent = event.id();
    }

    void exited(HistoryEvent event, @Nullable String following) {
        JsonNode values = event.details().get("assignedVariables");
        if (values != null) {
            values.properties().forEach(entry -> assigned.put(entry.getKey(), entry.getValue()));
        }
        state = null;
        output = event.details().required("output");
        next = following;
        lastEvent = event.id();
    }

    void retryScheduled(JournalRecord.RetryScheduled retry) {
        if (state != null) {
            state.retryScheduled(retry.retrier(), retry.due());
            lastEvent = retry.after();
        }
    }

    void redriven(long redrivenEvent) {
        if (state != null) {
            state.redriven();
            lastEvent = state.eventBeforeRedrive(redrivenEvent);
        }
    }
}
