package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one execution: numbers them and passes them on. Written from the execution's
 * mailbox, read from anywhere.
 */
final class History {
    /** What AWS allows one execution ("Quotas", developer guide). */
    static final int MOST_EVENTS = 25_000;

    private final ExecutionIdentity identity;
    private final ExecutionListener listener;
    private final boolean kept;
    private final List<HistoryEvent> events = new ArrayList<>();
    private long lastId;
    private boolean muted;

    /**
     * A history that is not kept is only told to the listener: children of a distributed Map are
     * too many to remember.
     */
    History(ExecutionIdentity identity, ExecutionListener listener, boolean kept) {
        this.identity = identity;
        this.listener = listener;
        this.kept = kept;
    }

    /** Goes on after the events that are there already. */
    void resume(ExecutionImage image) {
        lastId = image.lastEvent();
        if (kept) {
            synchronized (events) {
                events.addAll(image.events());
            }
        }
    }

    HistoryEvent add(
            EventType type,
            long previous,
            Instant time,
            @Nullable String stateName,
            ObjectNode details) {
        HistoryEvent event = new HistoryEvent(++lastId, previous, type, time, stateName, details);
        if (kept) {
            synchronized (events) {
                events.add(event);
            }
        }
        if (!muted) {
            listener.happened(identity, event);
        }
        return event;
    }

    long lastId() {
        return lastId;
    }

    /** No longer tells the listener, for it may be what broke down. */
    void mute() {
        muted = true;
    }

    boolean isFull() {
        return lastId >= MOST_EVENTS - 1;
    }

    List<HistoryEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }
}
