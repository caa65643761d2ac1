package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.aws.states.RedriveAnswer;
import dev.nightjar.core.port.TrustedKeys;
import dev.nightjar.core.store.ObjectStore;
import dev.nightjar.local.platform.ExecutionAtWork;
import dev.nightjar.local.platform.ExecutionFollower;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.platform.RecordedExecutions;
import dev.nightjar.run.Records;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A deployment, looked at from a person's machine: its bucket, its executions, its signing key.
 * Starts nothing there but redrives. Safe for use by multiple threads.
 */
public final class DeployedPlatform implements Platform {
    private final ObjectStore store;
    private final Records records;
    private final DeployedExecutions service;
    private final RecordedExecutions executions;
    private final TrustedKeys trustedKeys;
    private final Time time;
    private final Runnable release;

    /**
     * The time that passes here.
     *
     * @param nanoseconds a running count
     * @param interval between two looks at an execution that is followed
     */
    public record Time(InstantSource clock, LongSupplier nanoseconds, Interval interval) {
        public Time {
            requireNonNull(clock, "clock is null");
            requireNonNull(nanoseconds, "nanoseconds is null");
            requireNonNull(interval, "interval is null");
        }
    }

    /**
     * The deployment that works on the store.
     *
     * @param release called once, when the platform is closed
     */
    public DeployedPlatform(
            ObjectStore store,
            DeployedExecutions service,
            TrustedKeys trustedKeys,
            Time time,
            Runnable release) {
        this.store = requireNonNull(store, "store is null");
        this.records = new Records(store);
        this.service = requireNonNull(service, "service is null");
        this.executions = new StepFunctionsExecutions(service);
        this.trustedKeys = requireNonNull(trustedKeys, "trustedKeys is null");
        this.time = requireNonNull(time, "time is null");
        this.release = requireNonNull(release, "release is null");
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public RecordedExecutions executions() {
        return executions;
    }

    @Override
    public TrustedKeys trustedKeys() {
        return trustedKeys;
    }

    @Override
    public InstantSource clock() {
        return time.clock();
    }

    @Override
    public LongSupplier nanoseconds() {
        return time.nanoseconds();
    }

    /** Redrives the execution, and asks how far it is until it has ended. */
    @Override
    public ExecutionAtWork goOn(String execution, ExecutionFollower follower) {
        ExecutionDescription before =
                executions.describe(execution, time.clock().instant()).orElseThrow(() -> gone());
        List<HistoryEvent> history = executions.history(execution);
        long seen = history.isEmpty() ? 0 : history.getLast().id();
        return switch (service.redrive(execution)) {
            case RedriveAnswer.Refused(String why) ->
                    throw new RefusedException(
                            RefusedException.Reason.EXECUTION_NOT_REDRIVABLE, why);
            case RedriveAnswer.Redriven _ ->
                    new FollowedExecution(executions, before, seen, follower, time.interval());
        };
    }

    private static RefusedException gone() {
        return new RefusedException(
                RefusedException.Reason.EXECUTION_DOES_NOT_EXIST,
                "Step Functions forgets executions after 90 days");
    }

    @Override
    public void close() {
        release.run();
    }
}
