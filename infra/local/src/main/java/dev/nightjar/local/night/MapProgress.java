package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.MapRunCounts;
import dev.nightjar.asl.run.MapRunDescription;

/**
 * How far a Map is.
 *
 * @param map the Map state
 * @param total its items, or those seen so far where nobody has said how many there are
 * @param ended items that have ended, well or not
 * @param underWay items at work
 * @param retried items that were tried more than once
 * @param failed items that ended without what they were for
 */
public record MapProgress(String map, int total, int ended, int underWay, int retried, int failed) {
    public MapProgress {
        requireNonNull(map, "map is null");
    }

    /** As a Map Run counts its items; which were retried it does not say. */
    static MapProgress of(MapRunDescription mapRun) {
        MapRunCounts items = mapRun.itemCounts();
        long unsuccessful = items.failed() + items.timedOut() + items.aborted();
        return new MapProgress(
                mapRun.mapStateName(),
                Math.toIntExact(items.total()),
                Math.toIntExact(items.succeeded() + unsuccessful),
                Math.toIntExact(items.running()),
                0,
                Math.toIntExact(unsuccessful));
    }
}
