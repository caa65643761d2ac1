package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.function.Consumer;

/** State names keep within the limit (specification, "States"). */
final class Names implements Rule {
    private static final int LONGEST = 80;

    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        machine.allStates().forEach(state -> check(state, problems));
    }

    private static void check(State state, Consumer<Problem> problems) {
        int length = state.name().codePointCount(0, state.name().length());
        if (length == 0 || length > LONGEST) {
            problems.accept(
                    Problem.error(
                            state.pointer(),
                            Problem.INVALID_NAME,
                            "The name of a state has 1 to " + LONGEST + " characters",
                            "Choose a shorter name."));
        }
    }
}
