package dev.nightjar.tables;

import dev.nightjar.tables.check.QuarantinedRow;

/** Takes the rows that a reader keeps out. */
@FunctionalInterface
public interface QuarantineSink {
    /** Takes one row. */
    void accept(QuarantinedRow row);
}
