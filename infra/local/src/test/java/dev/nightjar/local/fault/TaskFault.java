package dev.nightjar.local.fault;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.fault.Effect;
import dev.nightjar.asl.fault.Fault;
import dev.nightjar.asl.fault.Target;
import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.ErrorTable;

import java.time.Duration;

/** What may go wrong at a task, with an error of each kind that the machines tell apart. */
enum TaskFault {
    FAIL_BEFORE,
    FAIL_AFTER,
    UNFIT_BEFORE,
    UNFIT_AFTER,
    THROTTLED_ONCE_BEFORE,
    BROKEN_ONCE_AFTER,
    TOO_SLOW,
    ANSWER_TOO_LATE,
    ANSWER_TWICE;

    /** Nobody retries or catches it by name. */
    private static final String UNKNOWN = "Made.Up";

    /** No task waits so long. */
    private static final Duration PAST_THE_TIME_OUT = Duration.ofHours(1);

    Fault at(String state) {
        return new Fault(target(state), effect());
    }

    private Target target(String state) {
        return switch (this) {
            case THROTTLED_ONCE_BEFORE, BROKEN_ONCE_AFTER -> Target.every(state).withAttempt(1);
            case FAIL_BEFORE,
                    FAIL_AFTER,
                    UNFIT_BEFORE,
                    UNFIT_AFTER,
                    TOO_SLOW,
                    ANSWER_TOO_LATE,
                    ANSWER_TWICE ->
                    Target.every(state);
        };
    }

    private Effect effect() {
        String unfit = DataUnfit.class.getName();
        return switch (this) {
            case FAIL_BEFORE -> new Effect.FailBefore(UNKNOWN, "made up");
            case FAIL_AFTER -> new Effect.FailAfter(UNKNOWN, "made up");
            case UNFIT_BEFORE -> new Effect.FailBefore(unfit, "made up");
            case UNFIT_AFTER -> new Effect.FailAfter(unfit, "made up");
            case THROTTLED_ONCE_BEFORE ->
                    new Effect.FailBefore("Lambda.TooManyRequestsException", "made up");
            case BROKEN_ONCE_AFTER -> new Effect.FailAfter("Lambda.ServiceException", "made up");
            case TOO_SLOW -> new Effect.Delay(PAST_THE_TIME_OUT);
            case ANSWER_TOO_LATE -> new Effect.AnswerLate(PAST_THE_TIME_OUT);
            case ANSWER_TWICE -> new Effect.AnswerTwice();
        };
    }

    /** Whether the machines' Retry, or the steps themselves, make good for it. */
    boolean heals() {
        return this == THROTTLED_ONCE_BEFORE || this == BROKEN_ONCE_AFTER || this == ANSWER_TWICE;
    }

    /** Whether a new attempt must help: a Catch takes it. */
    boolean isUnfit() {
        return this == UNFIT_BEFORE || this == UNFIT_AFTER;
    }

    /** Whether the step does its work, whatever the machine hears of it. */
    boolean doesTheWork() {
        return switch (effect()) {
            case Effect.FailBefore _, Effect.Delay _ -> heals();
            case Effect.FailAfter _, Effect.AnswerLate _, Effect.AnswerTwice _, Effect.TooLarge _ ->
                    true;
        };
    }

    /** The error as failure records name it. */
    String error() {
        return switch (effect()) {
            case Effect.FailBefore(String error, String _) -> ErrorTable.shortName(error);
            case Effect.FailAfter(String error, String _) -> ErrorTable.shortName(error);
            case Effect.Delay _, Effect.AnswerLate _ -> ErrorName.TIMEOUT;
            case Effect.AnswerTwice _ -> "";
            case Effect.TooLarge _ -> ErrorName.DATA_LIMIT_EXCEEDED;
        };
    }
}
