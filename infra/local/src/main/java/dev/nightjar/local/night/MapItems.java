package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.HistoryEvent;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts where the items of one Map are, from the events of each: a few bits for an item that has
 * ended. Not safe for use by multiple threads.
 */
final class MapItems {
    private final String map;
    private int total;
    private final BitSet ended = new BitSet();
    private final BitSet failed = new BitSet();
    private final BitSet retried = new BitSet();
    private final Map<Integer, Work> underWay = new HashMap<>();

    /** What is known of an item at work. */
    private static final class Work {
        private boolean tried;
        private boolean failed;
    }

    MapItems(String map) {
        this.map = requireNonNull(map, "map is null");
    }

    void total(int items) {
        total = items;
    }

    /** Whether the event changed how far the Map is. */
    boolean happened(int item, HistoryEvent event) {
        return switch (event.type()) {
            case EXECUTION_STARTED, EXECUTION_REDRIVEN, MAP_ITERATION_STARTED -> started(item);
            case TASK_SCHEDULED, LAMBDA_FUNCTION_SCHEDULED -> tried(item);
            case TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED -> failed(item, false);
            case TASK_FAILED, TASK_TIMED_OUT, LAMBDA_FUNCTION_FAILED, LAMBDA_FUNCTION_TIMED_OUT ->
                    failed(item, true);
            case EXECUTION_SUCCEEDED, MAP_ITERATION_SUCCEEDED -> ended(item, false);
            case EXECUTION_FAILED,
                    EXECUTION_TIMED_OUT,
                    EXECUTION_ABORTED,
                    MAP_ITERATION_FAILED,
                    MAP_ITERATION_ABORTED ->
                    ended(item, true);
            default -> false;
        };
    }

    private boolean started(int item) {
        ended.clear(item);
        failed.clear(item);
        underWay.putIfAbsent(item, new Work());
        return true;
    }

    private boolean tried(int item) {
        // A redriven iteration starts with its task alone.
        boolean again = ended.get(item);
        if (again) {
            boolean _ = started(item);
        }
        Work work = underWay.get(item);
        if (work == null) {
            return again;
        }
        if (work.tried) {
            retried.set(item);
        }
        boolean changed = work.tried || again;
        work.tried = true;
        return changed;
    }

    /** An item whose last call failed ended without what it was for, though it ended well. */
    private boolean failed(int item, boolean now) {
        Work work = underWay.get(item);
        if (work != null) {
            work.failed = now;
        }
        return false;
    }

    private boolean ended(int item, boolean badly) {
        Work work = underWay.remove(item);
        ended.set(item);
        failed.set(item, badly || (work != null && work.failed));
        return true;
    }

    MapProgress progress() {
        int done = ended.cardinality();
        return new MapProgress(
                map,
                Math.max(total, done + underWay.size()),
                done,
                underWay.size(),
                retried.cardinality(),
                failed.cardinality());
    }
}
