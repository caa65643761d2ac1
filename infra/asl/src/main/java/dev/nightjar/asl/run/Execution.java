package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A started execution. Safe for use by many threads. */
public interface Execution {

    /** The execution's ARN. */
    String id();

    /** Which execution this is. */
    ExecutionIdentity identity();

    /** Where it stands now. */
    ExecutionStatus status();

    /**
     * Waits for the end.
     *
     * @throws InterruptedException when the waiting thread is interrupted; the execution goes on
     * @throws IllegalStateException when the engine itself, or a listener, broke down
     */
    ExecutionResult await() throws InterruptedException;

    /** Stops it as StopExecution does: ABORTED, unless it has ended already. */
    void abort(@Nullable String error, @Nullable String cause);

    /** The events so far, oldest first. */
    List<HistoryEvent> history();

    /** The Map Runs of its distributed Maps so far, in the order of their start. */
    List<MapRunDescription> mapRuns();
}
