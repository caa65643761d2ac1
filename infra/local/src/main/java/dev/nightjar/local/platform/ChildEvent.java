package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.HistoryEvent;

/**
 * An event of a child of a distributed Map.
 *
 * @param map the Map state
 * @param item index, from 0
 */
public record ChildEvent(String map, int item, HistoryEvent event) {
    public ChildEvent {
        requireNonNull(map, "map is null");
        requireNonNull(event, "event is null");
    }
}
