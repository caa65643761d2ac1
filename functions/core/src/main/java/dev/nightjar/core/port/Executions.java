package dev.nightjar.core.port;

/** Answers whether an execution of a state machine still runs. */
@FunctionalInterface
public interface Executions {
    /** What is known of an execution; {@code UNKNOWN} when it was forgotten or cannot be asked. */
    enum State {
        RUNNING,
        ENDED,
        UNKNOWN
    }

    State state(String execution);
}
