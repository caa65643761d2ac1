package dev.nightjar.local.platform;

import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;

import java.time.Instant;

/** Is told what is written of an execution, in order, its own before its children's. */
public interface ExecutionReader {

    /** An event of the execution. */
    default void happened(HistoryEvent event) {}

    /**
     * An event of a child of a distributed Map.
     *
     * @param map the Map state
     * @param item index, from 0
     */
    default void childHappened(String map, int item, HistoryEvent event) {}

    /** How far a Map Run is, where its children are not told of one by one. */
    default void counted(MapRunDescription mapRun) {}

    /** A state of the execution waited, or waits, before it goes on. */
    default void pauses(String state, Instant until) {}
}
