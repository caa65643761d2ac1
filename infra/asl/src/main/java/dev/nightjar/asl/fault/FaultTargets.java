package dev.nightjar.asl.fault;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.TaskState;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether faults name states of a machine that call a handler. */
final class FaultTargets {
    private final SortedSet<String> all = new TreeSet<>();
    private final SortedSet<String> tasks = new TreeSet<>();

    FaultTargets(StateMachine machine) {
        machine.allStates()
                .forEach(
                        state -> {
                            all.add(state.name());
                            if (callsSomebody(state)) {
                                tasks.add(state.name());
                            }
                        });
    }

    private static boolean callsSomebody(State state) {
        return state instanceof TaskState
                || (state instanceof MapState map && map.itemReader() != null);
    }

    List<Problem> check(List<Fault> faults) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            String state = faults.get(i).target().state();
            if (!tasks.contains(state)) {
                problems.add(
                        Problem.error(
                                "/faults/" + i + "/state",
                                FaultFile.NO_SUCH_TASK,
                                all.contains(state)
                                        ? "State '" + state + "' calls nobody"
                                        : "The machine has no state '" + state + "'",
                                Nearest.question(state, tasks) + "Its tasks are " + tasks + "."));
            }
        }
        return problems;
    }
}
