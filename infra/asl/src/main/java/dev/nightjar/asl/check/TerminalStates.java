package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.FailState;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.SucceedState;
import dev.nightjar.asl.parse.Transition;

import java.util.function.Consumer;

/** Every flow has a state that ends it (specification, "Transitions"). */
final class TerminalStates implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Flows.of(machine).stream()
                .filter(flow -> flow.complete() && everyTargetExists(flow))
                .forEach(flow -> check(flow, problems));
    }

    private static boolean everyTargetExists(Flow flow) {
        return flow.states().values().stream()
                .flatMap(state -> Flows.targets(state).values().stream())
                .allMatch(flow.states()::containsKey);
    }

    private static void check(Flow flow, Consumer<Problem> problems) {
        if (!flow.states().isEmpty()
                && flow.states().values().stream().noneMatch(TerminalStates::ends)) {
            problems.accept(
                    Problem.error(
                            flow.pointer() + "/States",
                            Problem.MISSING_END,
                            "No state ends this flow",
                            "Set End on a state, or add a Succeed or Fail state."));
        }
    }

    private static boolean ends(State state) {
        return state instanceof SucceedState
                || state instanceof FailState
                || state.transition() instanceof Transition.End;
    }
}
