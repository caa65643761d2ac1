package dev.nightjar.tables;

/** What a row is for, decided by the split alone. */
public enum Part {
    /** Learned from. */
    TRAINING,
    /** Chooses among candidates. */
    VALIDATION,
    /** Judges; never learned from. */
    HOLDOUT
}
