package dev.nightjar.core.port;

import java.util.List;
import java.util.Optional;

/** What is known of executions of the state machines. Safe for use by multiple threads. */
@FunctionalInterface
public interface Executions {
    /** Where an execution stands; {@code UNKNOWN} when it was forgotten or cannot be asked. */
    enum State {
        RUNNING,
        ENDED,
        UNKNOWN
    }

    /** Where the execution stands. */
    State state(String execution);

    /** The JSON text that it was started with; empty when it is not known. */
    default Optional<String> input(String execution) {
        return Optional.empty();
    }

    /**
     * Its events, newest first, also of what happened before a redrive; none when it is not known.
     * Read page by page, as far as somebody looks. May be looked through once.
     */
    default Iterable<ExecutionEvent> newestEvents(String execution) {
        return List.of();
    }
}
