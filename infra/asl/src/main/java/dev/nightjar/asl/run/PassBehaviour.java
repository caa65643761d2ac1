package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.PassState;

import java.util.Objects;

/** Pass: exits with its Output, or what came in. */
record PassBehaviour(PassState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        attempt.pass(
                state.assign(),
                state.output(),
                Objects.requireNonNull(state.transition(), "no transition"));
    }
}
