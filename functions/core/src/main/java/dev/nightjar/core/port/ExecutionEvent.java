package dev.nightjar.core.port;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One event of an execution's history.
 *
 * @param type as GetExecutionHistory spells it, like {@code TaskStateEntered}
 * @param state the state that the event names: those of entering and leaving do, and those of an
 *     inline Map's iterations
 * @param details JSON text of what GetExecutionHistory tells beside, payloads as JSON in texts;
 *     {@code {}} when that is nothing
 */
public record ExecutionEvent(Instant at, String type, @Nullable String state, String details) {
    public ExecutionEvent {
        requireNonNull(at, "at is null");
        requireNonNull(type, "type is null");
        requireNonNull(details, "details is null");
    }
}
