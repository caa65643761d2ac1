package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

/** Where a state leads (specification, "Transitions"). Immutable. */
public sealed interface Transition {

    /** To another state of the same flow. */
    record To(String state) implements Transition {
        public To {
            requireNonNull(state, "state is null");
        }
    }

    /** To the end of its flow. */
    record End() implements Transition {}
}
