package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One visit of a state as a journal tells it, until its exit. */
final class StateImage {
    private final EventType entry;
    private final String name;
    private final JsonNode input;
    private final Instant enteredAt;
    private final long enteredEvent;
    private final long eventBeforeEntry;
    private final Map<Integer, Integer> retriesByRetrier = new HashMap<>();
    private @Nullable Instant retryDue;
    private @Nullable Instant waitDue;
    private @Nullable SubFlowsImage subFlows;
    private @Nullable String failure;
    private boolean redriven;

    StateImage(HistoryEvent entered) {
        this.entry = entered.type();
        this.name = entered.details().required("name").stringValue();
        this.input = entered.details().required("input");
        this.enteredAt = entered.timestamp();
        this.enteredEvent = entered.id();
        this.eventBeforeEntry = entered.previousEventId();
    }

    EventType entry() {
        return entry;
    }

    String name() {
        return name;
    }

    JsonNode input() {
        return input;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    long enteredEvent() {
        return enteredEvent;
    }

    long eventBeforeEntry() {
        return eventBeforeEntry;
    }

    int retries(int retrier) {
        return retriesByRetrier.getOrDefault(retrier, 0);
    }

    int retries() {
        return retriesByRetrier.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** When the pause before the next attempt ends, or null while an attempt is made. */
    @Nullable Instant retryDue() {
        return retryDue;
    }

    /** When a Wait exits, or null. */
    @Nullable Instant waitDue() {
        return waitDue;
    }

    /** Whether a redrive begins with a new attempt at it. */
    boolean isRedriven() {
        return redriven;
    }

    /** What a Parallel or a Map began in this attempt, or null. */
    @Nullable SubFlowsImage subFlows() {
        return subFlows;
    }

    void retryScheduled(int retrier, Instant due) {
        retriesByRetrier.merge(retrier, 1, Integer::sum);
        retryDue = due;
    }

    void waitScheduled(Instant due) {
        waitDue = due;
    }

    /** An event of the attempt: the pause before it, if there was one, is over. */
    void attempted() {
        retryDue = null;
        redriven = false;
    }

    void subFlowsStarted(long event) {
        subFlows = new SubFlowsImage(event);
        failure = null;
    }

    void failed(@Nullable String error) {
        failure = error;
    }

    /**
     * What is left of the visit when its execution is redriven: retries count anew, and only what
     * was unsuccessful is done again ("Redrive behavior of individual states", developer guide).
     */
    void redriven() {
        retriesByRetrier.clear();
        retryDue = null;
        waitDue = null;
        redriven = true;
        if (startsAnew()) {
            subFlows = null;
        }
        failure = null;
        if (subFlows != null) {
            subFlows.redriven();
        }
    }

    /** A result that was too large, or could not be used, is not mended by what failed alone. */
    private boolean startsAnew() {
        return subFlows != null
                && (ErrorName.DATA_LIMIT_EXCEEDED.equals(failure) || subFlows.succeededAsMapRun());
    }

    /** The event that the first one after a redrive follows; the redrive itself for a Fail. */
    long eventBeforeRedrive(long redrivenEvent) {
        if (entry == EventType.FAIL_STATE_ENTERED) {
            return redrivenEvent;
        }
        return subFlows == null ? enteredEvent : subFlows.startedEvent();
    }
}
