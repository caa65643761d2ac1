package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

/**
 * Which call of which state this is, as the state machine tells every step.
 *
 * @param state name of the Task state
 * @param execution id of the execution
 * @param retry how often the state was retried so far
 * @param redrive how often the execution was redriven so far
 */
public record TaskContext(String state, String execution, int retry, int redrive) {
    public TaskContext {
        requireNonNull(state, "state is null");
        requireNonNull(execution, "execution is null");
    }
}
