package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.StateMachine;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The machines that Tasks may start, and the names taken ("Start workflow executions from a task
 * state", developer guide). Safe for use by many threads.
 */
final class NestedMachines {
    private final Map<String, StateMachine> byArn;
    private final Set<String> started = ConcurrentHashMap.newKeySet();

    NestedMachines(Map<String, StateMachine> byArn) {
        this.byArn = Map.copyOf(byArn);
    }

    boolean isEmpty() {
        return byArn.isEmpty();
    }

    @Nullable StateMachine find(String arn) {
        return byArn.get(arn);
    }

    /** Whether nobody has used this execution ARN before. */
    boolean claim(String executionArn) {
        return started.add(executionArn);
    }
}
