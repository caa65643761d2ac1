package dev.nightjar.asl.fault;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** What goes wrong at a call of a handler. Immutable. */
public sealed interface Effect {

    /** The task fails; the handler is not called. */
    record FailBefore(String error, @Nullable String cause) implements Effect {
        public FailBefore {
            requireNonNull(error, "error is null");
        }

        @Override
        public String word() {
            return "fail-before";
        }
    }

    /** The handler does its work, then the task fails: its answer, also a failure, is lost. */
    record FailAfter(String error, @Nullable String cause) implements Effect {
        public FailAfter {
            requireNonNull(error, "error is null");
        }

        @Override
        public String word() {
            return "fail-after";
        }
    }

    /**
     * The handler is called after a pause in the engine's time. When the task's time is up before,
     * it is not called.
     */
    record Delay(Duration pause) implements Effect {
        public Delay {
            requireNonNull(pause, "pause is null");
        }

        @Override
        public String word() {
            return "delay";
        }
    }

    /**
     * The handler does its work, and its answer comes after a pause in the engine's time. When the
     * task's time is up before, the work is done and the answer is dropped.
     */
    record AnswerLate(Duration pause) implements Effect {
        public AnswerLate {
            requireNonNull(pause, "pause is null");
        }

        @Override
        public String word() {
            return "answer-late";
        }
    }

    /**
     * The handler is called twice, one call after the other, as Lambda may deliver an event twice;
     * the second answer counts, the first, also a failure, is lost.
     */
    record AnswerTwice() implements Effect {
        @Override
        public String word() {
            return "answer-twice";
        }
    }

    /** The handler does its work, and its answer is larger than a limit. */
    record TooLarge(Limit limit) implements Effect {
        public TooLarge {
            requireNonNull(limit, "limit is null");
        }

        @Override
        public String word() {
            return "too-large";
        }
    }

    /** The limit that a payload is too large for. */
    enum Limit {
        /** 256 KiB between states ("Quotas", developer guide): States.DataLimitExceeded. */
        STATES,
        /** 6 MB of a function's response ("Lambda quotas"): Function.ResponseSizeTooLarge. */
        LAMBDA
    }

    /** The word for it in a file. */
    String word();
}
