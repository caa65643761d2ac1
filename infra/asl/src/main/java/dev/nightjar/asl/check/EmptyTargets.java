package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.StateMachine;

import java.util.function.Consumer;

/**
 * Transitions name a state (specification, "Transitions"): the empty text is none. Judged once all
 * fields are sound, for a field that is missing reads as the empty text, too.
 */
final class EmptyTargets implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Flows.of(machine).forEach(flow -> check(flow, problems));
    }

    private static void check(Flow flow, Consumer<Problem> problems) {
        if (flow.startAt().isEmpty()) {
            problems.accept(empty(flow.pointer() + "/StartAt"));
        }
        flow.states()
                .values()
                .forEach(
                        state ->
                                Flows.targets(state)
                                        .forEach(
                                                (pointer, target) -> {
                                                    if (target.isEmpty()) {
                                                        problems.accept(empty(pointer));
                                                    }
                                                }));
    }

    private static Problem empty(String pointer) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        return Problem.error(
                pointer,
                Problem.MISSING_TARGET,
                "Missing '" + field + "' target: ",
                "Name a state.");
    }
}
