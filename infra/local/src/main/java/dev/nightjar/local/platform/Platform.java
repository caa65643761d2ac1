package dev.nightjar.local.platform;

import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.run.Records;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A store and the executions that work on it, here or on AWS: all that it takes to look at nights,
 * to move the pointer back and to go on with a run that failed. Safe for use by multiple threads.
 */
public interface Platform extends AutoCloseable {
    /** The store. */
    ObjectStore store();

    /** What the store holds. */
    Records records();

    /** Which executions run, and what happened in them. */
    RecordedExecutions executions();

    /** The public keys that bundles may be signed with. */
    TrustedKeys trustedKeys();

    /** The time of this platform. */
    InstantSource clock();

    /** A running count, for measuring how long something takes. */
    LongSupplier nanoseconds();

    /**
     * Goes on with an execution where it stopped; the follower hears of this execution alone.
     *
     * @throws dev.nightjar.asl.run.RefusedException with the rule that it breaks
     */
    ExecutionAtWork goOn(String execution, ExecutionFollower follower);

    /** Lets go of all that was opened. */
    @Override
    void close();
}
