package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.parse.WaitState;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/** Wait: exits after some seconds, or at a time. */
record WaitBehaviour(WaitState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        Duration delay = state.timestamp() ? untilTimestamp(attempt) : seconds(attempt);
        Instant due = attempt.execution().now().plus(delay);
        attempt.run().record((child, path) -> new JournalRecord.WaitScheduled(child, path, due));
        wait(attempt, delay);
    }

    /** What is left of the wait. */
    @Override
    public void resume(Attempt attempt, StateImage image) throws StateFailedException {
        Instant due = image.waitDue();
        if (due == null) {
            begin(attempt);
        } else {
            wait(attempt, Duration.between(attempt.execution().now(), due));
        }
    }

    private void wait(Attempt attempt, Duration delay) {
        attempt.run().pauses(delay, null);
        Runnable callOff =
                attempt.execution()
                        .schedule(
                                delay,
                                () -> attempt.whileOpen(() -> attempt.guard(() -> exit(attempt))));
        attempt.onClose(callOff);
    }

    private void exit(Attempt attempt) throws StateFailedException {
        attempt.pass(
                state.assign(),
                state.output(),
                Objects.requireNonNull(state.transition(), "no transition"));
    }

    private Duration seconds(Attempt attempt) throws StateFailedException {
        return Duration.ofSeconds(attempt.whole(state.until(), "Seconds", 0));
    }

    private Duration untilTimestamp(Attempt attempt) throws StateFailedException {
        String text = attempt.text(state.until(), "Timestamp");
        try {
            return Duration.between(
                    attempt.execution().now(), OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException _) {
            throw attempt.run()
                    .evaluationFailed(
                            ExpressionFailure.of(
                                    "Timestamp",
                                    "The Timestamp field cannot be parsed as an ISO-8601 extended"
                                            + " offset date-time format string: "
                                            + text));
        }
    }
}
