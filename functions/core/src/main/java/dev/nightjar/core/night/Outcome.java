package dev.nightjar.core.night;

/** How a run ended, as the step that decided it wrote it down. A failed run has none. */
public enum Outcome {
    /** The batch is published. */
    COMMITTED,
    /** The pointer moved to the run's model. */
    RELEASED,
    /** A gate stayed closed; what served goes on serving. */
    REJECTED,
    /** The batch is finished and waits for a person to publish it. */
    HELD
}
