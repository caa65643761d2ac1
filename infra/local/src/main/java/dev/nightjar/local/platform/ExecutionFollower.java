package dev.nightjar.local.platform;

import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.MapRunDescription;

/**
 * Hears what happens in one execution. Here it hears of every child of a distributed Map, on AWS of
 * the whole Map Run now and then.
 */
public interface ExecutionFollower extends ExecutionListener {
    /** A Map Run of the execution has got this far. */
    default void counted(MapRunDescription mapRun) {}
}
