package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A Label is unique in its machine ("Distributed Map state fields", developer guide). */
final class Labels implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Set<String> labels = new HashSet<>();
        machine.allStates().forEach(state -> check(state, labels, problems));
    }

    private static void check(State state, Set<String> labels, Consumer<Problem> problems) {
        if (state instanceof MapState map && map.label() != null && !labels.add(map.label())) {
            problems.accept(
                    Problem.error(
                            state.pointer() + "/Label",
                            Problem.DUPLICATE_LABEL,
                            "Duplicate Label: " + map.label(),
                            "Give the Map another Label."));
        }
    }
}
