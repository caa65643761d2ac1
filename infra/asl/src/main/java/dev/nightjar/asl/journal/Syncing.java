package dev.nightjar.asl.journal;

/** When what was written is also carried to the disk, where it survives a loss of power. */
public enum Syncing {
    /** Soon after, at most 20 ms on an idle disk, and always before an execution's end is told. */
    GROUPED,
    /** After every step, before the execution goes on. */
    EVERY_STEP,
    /** When the system likes to: it survives every kill, and no loss of power. For tests. */
    NEVER
}
