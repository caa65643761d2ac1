package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.time.Instant;

/**
 * One thing that a journal remembers: an event of the history, or what the history does not tell
 * and another process needs to go on.
 *
 * <p>A path names a flow of its execution: empty for the execution's own flow, and for each
 * Parallel or inline Map below it {@code /<id of its StateStarted event>.<index of branch or
 * item>}.
 */
public sealed interface JournalRecord {

    /** The name of the distributed Map's child that it is about, or null for the execution. */
    @Nullable String child();

    /**
     * An event happened.
     *
     * @param path the flow it belongs to
     * @param next for an exit: the state that follows, or null at the end of the flow
     */
    record Happened(@Nullable String child, String path, HistoryEvent event, @Nullable String next)
            implements JournalRecord {
        public Happened {
            requireNonNull(path, "path is null");
            requireNonNull(event, "event is null");
        }
    }

    /**
     * The flow's state failed and is tried again later.
     *
     * @param retrier index in the state's Retry
     * @param after the event that the next attempt follows
     */
    record RetryScheduled(@Nullable String child, String path, int retrier, Instant due, long after)
            implements JournalRecord {
        public RetryScheduled {
            requireNonNull(path, "path is null");
            requireNonNull(due, "due is null");
        }
    }

    /** The flow's Wait state exits at the given time. */
    record WaitScheduled(@Nullable String child, String path, Instant due)
            implements JournalRecord {
        public WaitScheduled {
            requireNonNull(path, "path is null");
            requireNonNull(due, "due is null");
        }
    }

    /** The execution times out at the given time. */
    record TimeoutScheduled(@Nullable String child, Instant due) implements JournalRecord {
        public TimeoutScheduled {
            requireNonNull(due, "due is null");
        }
    }

    /** What all branches of the flow's Parallel state get. */
    record BranchesStarted(@Nullable String child, String path, JsonNode input)
            implements JournalRecord {
        public BranchesStarted {
            requireNonNull(path, "path is null");
            requireNonNull(input, "input is null");
        }
    }

    /**
     * The items of the flow's Map state, and its limits: evaluated or read once, and the same for
     * every process that goes on with it.
     *
     * @param items an element for each run of the processor: the item, or the batch
     * @param total how many items there are
     * @param concurrency 0 for no limit
     */
    record ItemsPinned(
            @Nullable String child,
            String path,
            ArrayNode items,
            int total,
            int concurrency,
            @Nullable Long toleratedFailureCount,
            @Nullable Double toleratedFailurePercentage)
            implements JournalRecord {
        public ItemsPinned {
            requireNonNull(path, "path is null");
            requireNonNull(items, "items is null");
        }
    }

    /**
     * A child of a distributed Map starts, or goes on in a redrive.
     *
     * @param index which of the Map Run's children, from 0
     * @param items how many items it works on
     * @param redrive the Map Run's redrive count at that time
     */
    record ChildStarted(String child, String mapRunArn, int index, int items, int redrive)
            implements JournalRecord {
        public ChildStarted {
            requireNonNull(child, "child is null");
            requireNonNull(mapRunArn, "mapRunArn is null");
        }
    }

    /** Another process goes on with the execution. */
    record Resumed(@Nullable String child, Instant at) implements JournalRecord {
        public Resumed {
            requireNonNull(at, "at is null");
        }
    }
}
