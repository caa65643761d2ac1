package dev.nightjar.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.port.Executions;
import dev.nightjar.core.port.Ids;
import dev.nightjar.core.port.Logs;
import dev.nightjar.core.port.Notifications;
import dev.nightjar.core.port.Signer;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.core.store.ObjectStore;

import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * All that a step is given of the world. Everything in it is safe for use by multiple threads.
 *
 * @param data opens a data root: a folder or an {@code s3://} address
 * @param nanoseconds a running count, for measuring how fast a model scores
 */
public record Wiring(
        ObjectStore store,
        Function<String, ObjectSource> data,
        InstantSource clock,
        LongSupplier nanoseconds,
        Ids ids,
        Signer signer,
        TrustedKeys trustedKeys,
        Executions executions,
        Notifications notifications,
        Logs logs) {
    public Wiring {
        requireNonNull(store, "store is null");
        requireNonNull(data, "data is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(nanoseconds, "nanoseconds is null");
        requireNonNull(ids, "ids is null");
        requireNonNull(signer, "signer is null");
        requireNonNull(trustedKeys, "trustedKeys is null");
        requireNonNull(executions, "executions is null");
        requireNonNull(notifications, "notifications is null");
        requireNonNull(logs, "logs is null");
    }

    /** A world where nobody knows of logs. */
    public Wiring(
            ObjectStore store,
            Function<String, ObjectSource> data,
            InstantSource clock,
            LongSupplier nanoseconds,
            Ids ids,
            Signer signer,
            TrustedKeys trustedKeys,
            Executions executions,
            Notifications notifications) {
        this(
                store,
                data,
                clock,
                nanoseconds,
                ids,
                signer,
                trustedKeys,
                executions,
                notifications,
                run -> null);
    }

    /** The same world with another store. */
    public Wiring withStore(ObjectStore other) {
        return new Wiring(
                other,
                data,
                clock,
                nanoseconds,
                ids,
                signer,
                trustedKeys,
                executions,
                notifications,
                logs);
    }
}
