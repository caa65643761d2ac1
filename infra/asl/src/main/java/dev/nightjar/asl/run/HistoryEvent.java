package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * One event of an execution's history, as GetExecutionHistory shows it.
 *
 * @param id from 1, without gaps
 * @param previousEventId the event that led to this one
 * @param stateName the state it is about, or null for the execution's own events
 * @param details what AWS puts into the event's details; JSON payloads stand as JSON, not as text.
 *     Not to be changed
 */
public record HistoryEvent(
        long id,
        long previousEventId,
        EventType type,
        Instant timestamp,
        @Nullable String stateName,
        ObjectNode details) {

    public HistoryEvent {
        requireNonNull(type, "type is null");
        requireNonNull(timestamp, "timestamp is null");
        requireNonNull(details, "details is null");
    }
}
