package dev.nightjar.asl.run;

import tools.jackson.databind.JsonNode;

/**
 * Does the work of the Task states of one resource, and reads for ItemReaders (specification, "Task
 * State").
 *
 * <p>Called on threads of the engine, many at once: it must be safe for that. When the task's time
 * is up, or its execution is stopped, the engine interrupts the thread and goes on at once; a late
 * answer is dropped.
 */
@FunctionalInterface
public interface TaskHandler {

    /**
     * Answers one call.
     *
     * @return the task's result, {@code $states.result}; for an ItemReader the object's JSON value
     * @throws TaskFailure to end the task with an error name of its own; any other exception ends
     *     it with {@code States.TaskFailed}
     * @throws InterruptedException when the engine no longer waits
     */
    JsonNode handle(TaskCall call) throws TaskFailure, InterruptedException;
}
