package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.ParallelState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.function.Consumer;

/** A Choice has a rule, a Parallel a branch (specification, "Choice State", "Parallel State"). */
final class NonEmptyChoices implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        machine.allStates().forEach(state -> check(state, problems));
    }

    private static void check(State state, Consumer<Problem> problems) {
        if (state instanceof ChoiceState choice && choice.rules().isEmpty()) {
            problems.accept(empty(state, "Choices"));
        }
        if (state instanceof ParallelState parallel && parallel.flows().isEmpty()) {
            problems.accept(empty(state, "Branches"));
        }
    }

    private static Problem empty(State state, String field) {
        return Problem.error(
                state.pointer() + "/" + field,
                Problem.SCHEMA,
                "'" + field + "' of state '" + state.name() + "' is empty",
                "Add an element that can be used.");
    }
}
