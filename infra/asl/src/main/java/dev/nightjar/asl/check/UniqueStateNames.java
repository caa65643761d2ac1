package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A state's name is unique in its whole machine (specification, "States"). */
final class UniqueStateNames implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Map<String, String> firstByName = new HashMap<>();
        machine.allStates().forEach(state -> check(state, firstByName, problems));
    }

    private static void check(
            State state, Map<String, String> firstByName, Consumer<Problem> problems) {
        String first = firstByName.putIfAbsent(state.name(), state.pointer());
        if (first != null) {
            problems.accept(
                    Problem.error(
                            state.pointer(),
                            Problem.DUPLICATE_NAME,
                            "Duplicate state name: " + state.name() + ", first at " + first,
                            "Give the state another name."));
        }
    }
}
