package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Has work done by the handler of its resource (specification, "Task State").
 *
 * @param arguments Arguments, or null for the state's input
 * @param credentials Credentials, handed to the handler as they are, or null
 * @param timeoutSeconds a whole number or an expression, or null
 * @param heartbeatSeconds a whole number or an expression, or null
 */
public record TaskState(
        Common common,
        String resource,
        @Nullable Template arguments,
        @Nullable Template credentials,
        @Nullable Template timeoutSeconds,
        @Nullable Template heartbeatSeconds,
        List<Retrier> retry,
        List<Catcher> catchers)
        implements State {
    public TaskState {
        requireNonNull(common, "common is null");
        requireNonNull(resource, "resource is null");
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}
