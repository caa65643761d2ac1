package dev.nightjar.local.platform;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.HistoryEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the history of one item's child among those of all children; keeps that one alone. Of a Map
 * that ran more than once the newest. Not safe for use by multiple threads.
 */
public final class ItemHistory implements ExecutionReader {
    private final @Nullable String map;
    private final int item;
    private final List<HistoryEvent> events = new ArrayList<>();
    private final SortedMap<String, Integer> lastItems = new TreeMap<>();

    /**
     * Of an item.
     *
     * @param map the Map state, or null for any
     * @param item index, from 0
     */
    public ItemHistory(@Nullable String map, int item) {
        this.map = map;
        this.item = item;
    }

    @Override
    public void childHappened(String itsMap, int itsItem, HistoryEvent event) {
        lastItems.merge(itsMap, itsItem, Math::max);
        if (itsItem == item && (map == null || map.equals(itsMap))) {
            if (event.type() == EventType.EXECUTION_STARTED) {
                events.clear();
            }
            events.add(event);
        }
    }

    /** The child's events, oldest first; empty when there is no such child. */
    public List<HistoryEvent> events() {
        return List.copyOf(events);
    }

    /** The greatest item that has a child, by Map. */
    public SortedMap<String, Integer> lastItems() {
        return lastItems;
    }
}
