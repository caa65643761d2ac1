package dev.nightjar.asl.check;

import dev.nightjar.asl.parse.Catcher;
import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.Transition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Walks over flows and transitions. */
final class Flows {
    private Flows() {}

    /** The machine's own flow, and those of its branches and Maps. */
    static List<Flow> of(StateMachine machine) {
        Stream<Flow> inner = machine.allStates().flatMap(state -> state.flows().stream());
        return Stream.concat(Stream.of(machine.flow()), inner).toList();
    }

    /** Where a state leads: pointer of the field, name of the target. */
    static Map<String, String> targets(State state) {
        Map<String, String> targets = new LinkedHashMap<>();
        if (state.transition() instanceof Transition.To(String next)) {
            targets.put(state.pointer() + "/Next", next);
        }
        if (state instanceof ChoiceState choice) {
            for (int i = 0; i < choice.rules().size(); i++) {
                targets.put(
                        state.pointer() + "/Choices/" + i + "/Next", choice.rules().get(i).next());
            }
            if (choice.fallback() != null) {
                targets.put(state.pointer() + "/Default", choice.fallback());
            }
        }
        for (Catcher catcher : state.catchers()) {
            targets.put(catcher.pointer() + "/Next", catcher.next());
        }
        return targets;
    }
}
