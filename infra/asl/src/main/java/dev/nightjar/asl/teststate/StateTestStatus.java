package dev.nightjar.asl.teststate;

/** How a test of a state ended ("TestState", API reference). */
public enum StateTestStatus {
    SUCCEEDED,
    FAILED,
    /** It failed, and Retry would try it again. */
    RETRIABLE,
    /** It failed, and Catch leads on. */
    CAUGHT_ERROR
}
