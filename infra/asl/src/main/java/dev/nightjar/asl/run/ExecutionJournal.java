package dev.nightjar.asl.run;

import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of one execution and its distributed Maps' children, held by this process until it is
 * closed. Safe for use by many threads.
 */
public interface ExecutionJournal extends AutoCloseable {

    /** What the execution was started with. */
    StartedExecution start();

    /** Tells everything that was written, in order; that of the execution before its children's. */
    void read(Consumer<JournalRecord> reader);

    /**
     * Writes one step of the execution, or of one child: after the process is killed, all of its
     * records are there or none.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     * @throws IllegalStateException when the journal is closed
     */
    void append(List<JournalRecord> step);

    /** Returns when all that was written survives a loss of power. */
    void force();

    /** Lets go; more than once is as good as once. */
    @Override
    void close();
}
