package dev.nightjar.tables;

/** What became of one record. */
enum Verdict {
    ACCEPTED,
    REPAIRED,
    EXCLUDED,
    QUARANTINED
}
