package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Runs branches at once (specification, "Parallel State").
 *
 * @param arguments input of every branch, or null for the state's input
 * @param flows Branches
 */
public record ParallelState(
        Common common,
        @Nullable Template arguments,
        List<Flow> flows,
        List<Retrier> retry,
        List<Catcher> catchers)
        implements State {
    public ParallelState {
        requireNonNull(common, "common is null");
        flows = List.copyOf(flows);
        retry = List.copyOf(retry);
        catchers = List.copyOf(catchers);
    }
}
