package dev.nightjar.asl.run;

/**
 * Puts something around the handlers of an engine: faults, measurements, recordings. Safe for use
 * by many threads.
 */
@FunctionalInterface
public interface TaskWrapper {

    /**
     * The handler with something around it. Asked once for each handler.
     *
     * @param clock the engine's, in whose time a handler may sleep
     */
    TaskHandler around(TaskHandler handler, EngineClock clock);
}
