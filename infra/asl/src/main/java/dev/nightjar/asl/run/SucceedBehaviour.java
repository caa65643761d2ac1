package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.SucceedState;
import dev.nightjar.asl.parse.Transition;

/** Succeed: ends its flow. */
record SucceedBehaviour(SucceedState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        attempt.pass(state.assign(), state.output(), new Transition.End());
    }
}
