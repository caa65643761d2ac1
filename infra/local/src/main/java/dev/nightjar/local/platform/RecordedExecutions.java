package dev.nightjar.local.platform;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.core.port.Executions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Executions and all that is written of them, here or on AWS. Those that nobody knows have no
 * description, no events and no Map Runs. Safe for use by multiple threads.
 */
public interface RecordedExecutions extends Executions {
    @Override
    Optional<String> input(String execution);

    @Override
    Iterable<ExecutionEvent> newestEvents(String execution);

    /**
     * What the execution was started with, and where it stands.
     *
     * @param now which decides whether it can still be redriven
     */
    Optional<ExecutionDescription> describe(String execution, Instant now);

    /** The events of the execution, oldest first. */
    List<HistoryEvent> history(String execution);

    /** Tells the reader all that is written of the execution and its Maps' children. */
    void read(String execution, ExecutionReader reader);

    /** The Map Runs of the execution's distributed Maps, oldest first. */
    List<MapRunDescription> mapRuns(String execution);

    /** The ARN of the execution with the name, where names can be looked up. */
    Optional<String> named(String name);

    /** Whether asking costs next to nothing, so that a list of hundreds may be asked about. */
    boolean answersAtOnce();
}
