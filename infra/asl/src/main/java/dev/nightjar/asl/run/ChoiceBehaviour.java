package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.ChoiceState;
import dev.nightjar.asl.parse.Transition;

import java.util.List;

/** Choice: takes the first rule whose Condition is true, else Default. */
record ChoiceBehaviour(ChoiceState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        List<ChoiceState.Rule> rules = state.rules();
        for (int i = 0; i < rules.size(); i++) {
            ChoiceState.Rule rule = rules.get(i);
            if (attempt.flag(rule.condition(), "Choices[" + i + "]/Condition")) {
                attempt.pass(rule.assign(), rule.output(), new Transition.To(rule.next()));
                return;
            }
        }
        String fallback = state.fallback();
        if (fallback == null) {
            throw new StateFailedException(
                    ErrorName.NO_CHOICE_MATCHED,
                    attempt.run()
                            .errorOccurred(
                                    "Failed to find a matching Choice rule, and there is no"
                                            + " Default."));
        }
        attempt.pass(state.assign(), state.output(), new Transition.To(fallback));
    }
}
