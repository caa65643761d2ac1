package dev.nightjar.asl.parse;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * States and where they start: a machine, a branch of a Parallel, or the processor of a Map.
 * Immutable.
 *
 * @param pointer JSON pointer of the object that holds StartAt and States
 * @param states by name, in the order of the document
 * @param complete whether every state could be read; a flow that is not can be checked, not run
 * @param runnable whether the engine can run it: complete and in JSONata, with the flows inside
 */
public record Flow(
        String pointer,
        String startAt,
        SequencedMap<String, State> states,
        boolean complete,
        boolean runnable) {

    public Flow {
        requireNonNull(pointer, "pointer is null");
        requireNonNull(startAt, "startAt is null");
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
    }

    /**
     * The state of the given name.
     *
     * @throws IllegalArgumentException when there is none, which a checked document rules out
     */
    public State state(String name) {
        State state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no state '" + name + "' in " + states.keySet());
        }
        return state;
    }
}
