package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * A whole document (specification, "Top-level fields"). Immutable and safe for use by many threads.
 *
 * @param timeoutSeconds a whole number or an expression, or null
 * @param definition the document's text, as it was read
 */
public record StateMachine(
        @Nullable String comment, Flow flow, @Nullable Template timeoutSeconds, String definition) {

    public StateMachine {
        requireNonNull(flow, "flow is null");
        requireNonNull(definition, "definition is null");
    }

    /** Every state of the machine, with those in branches and Maps. */
    public Stream<State> allStates() {
        return statesOf(flow);
    }

    private static Stream<State> statesOf(Flow flow) {
        return flow.states().values().stream()
                .flatMap(
                        state ->
                                Stream.concat(
                                        Stream.of(state),
                                        state.flows().stream().flatMap(StateMachine::statesOf)));
    }
}
