package dev.nightjar.asl.check;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.StateMachine;

import java.util.function.Consumer;

/** Every transition leads to a state of the same flow (specification, "Transitions"). */
final class TransitionTargets implements Rule {
    @Override
    public void check(StateMachine machine, Consumer<Problem> problems) {
        Flows.of(machine).stream().filter(Flow::complete).forEach(flow -> check(flow, problems));
    }

    private static void check(Flow flow, Consumer<Problem> problems) {
        String start = flow.startAt();
        if (!start.isEmpty() && !flow.states().containsKey(start)) {
            problems.accept(missing(flow.pointer() + "/StartAt", "StartAt", start, flow));
        }
        flow.states()
                .values()
                .forEach(
                        state ->
                                Flows.targets(state)
                                        .forEach(
                                                (pointer, target) ->
                                                        check(flow, pointer, target, problems)));
    }

    private static void check(
            Flow flow, String pointer, String target, Consumer<Problem> problems) {
        if (!target.isEmpty() && !flow.states().containsKey(target)) {
            String field = pointer.substring(pointer.lastIndexOf('/') + 1);
            problems.accept(missing(pointer, field, target, flow));
        }
    }

    private static Problem missing(String pointer, String field, String target, Flow flow) {
        return Problem.error(
                pointer,
                Problem.MISSING_TARGET,
                "Missing '" + field + "' target: " + target,
                "Name one of " + flow.states().keySet() + ".");
    }
}
