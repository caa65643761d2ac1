package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Some way leads from StartAt to every state of a flow. */
final class ReachableStates implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Flows.of(machine).stream()
                .filter(flow -> flow.complete() && flow.states().containsKey(flow.startAt()))
                .forEach(flow -> check(flow, problems));
    }

    private static void check(Flow flow, Consumer<Problem> problems) {
        Set<String> reached = reachedIn(flow);
        for (State state : flow.states().values()) {
            if (!reached.contains(state.name())) {
                problems.accept(
                        Problem.error(
                                state.pointer(),
                                Problem.MISSING_TARGET,
                                "State \"" + state.name() + "\" is not reachable.",
                                "Lead to it from another state, or take it out."));
            }
        }
    }

    private static Set<String> reachedIn(Flow flow) {
        Set<String> reached = new HashSet<>();
        Deque<String> toVisit = new ArrayDeque<>();
        toVisit.add(flow.startAt());
        while (!toVisit.isEmpty()) {
            String name = toVisit.remove();
            State state = flow.states().get(name);
            if (state != null && reached.add(name)) {
                toVisit.addAll(Flows.targets(state).values());
            }
        }
        return reached;
    }
}
