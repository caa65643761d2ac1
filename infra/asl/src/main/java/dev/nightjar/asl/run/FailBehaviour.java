package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.FailState;

import org.jspecify.annotations.Nullable;

/** Fail: ends its flow with Error and Cause. */
record FailBehaviour(FailState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        String error = text(attempt, state.error(), "Error");
        String cause = text(attempt, state.cause(), "Cause");
        attempt.fail(new StateFailure(error, cause));
    }

    private static @Nullable String text(Attempt attempt, @Nullable Template template, String field)
            throws StateFailedException {
        return template == null ? null : attempt.text(template, field);
    }
}
