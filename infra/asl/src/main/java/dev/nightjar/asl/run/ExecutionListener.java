package dev.nightjar.asl.run;

/**
 * Hears what happens in an engine, as it happens.
 *
 * <p>Calls about one execution come one after the other and in order, on threads of the engine;
 * calls about different executions, also the children of one Map, come at once. A listener that
 * throws ends the execution: {@link Execution#await()} then throws.
 */
public interface ExecutionListener {

    /** An event was added to the history of an execution. */
    default void happened(ExecutionIdentity execution, HistoryEvent event) {}

    /**
     * A state waits before it goes on: a Wait, or the pause before a retry. Not part of the
     * history.
     */
    default void pauses(ExecutionIdentity execution, Pause pause) {}

    /** An execution ended; after its last event, before {@link Execution#await()} returns. */
    default void ended(ExecutionIdentity execution, ExecutionResult result) {}
}
