package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A Map Run and where its children are: counted, not remembered, so that it stays small whatever
 * their number. Safe for use by many threads.
 */
final class MapRun {
    private static final Set<ExecutionStatus> UNSUCCESSFUL =
            EnumSet.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

    private final String arn;
    private final String executionArn;
    private final String mapStateName;
    private final Instant startedAt;
    private final MapLimits limits;
    private final Tally items;
    private final Tally executions;
    private MapRunStatus status = MapRunStatus.RUNNING;
    private @Nullable Instant stoppedAt;
    private int redriveCount;
    private @Nullable Instant redrivenAt;

    /** A Map Run that begins. */
    MapRun(
            String arn,
            String executionArn,
            String mapStateName,
            Instant startedAt,
            MapLimits limits,
            Size size) {
        this.arn = arn;
        this.executionArn = executionArn;
        this.mapStateName = mapStateName;
        this.startedAt = startedAt;
        this.limits = limits;
        this.items = new Tally(size.items());
        this.executions = new Tally(size.executions());
    }

    /** How many items a Map Run has, and how many children work on them. */
    record Size(long items, long executions) {}

    String arn() {
        return arn;
    }

    synchronized MapRunStatus status() {
        return status;
    }

    synchronized int redriveCount() {
        return redriveCount;
    }

    synchronized void childStarted(int itsItems) {
        items.started(itsItems);
        executions.started(1);
    }

    synchronized void childEnded(ExecutionStatus how, int itsItems) {
        items.ended(how, itsItems);
        executions.ended(how, 1);
    }

    /** A later end than the first says nothing new. */
    synchronized void stopped(MapRunStatus how, Instant at) {
        if (status == MapRunStatus.RUNNING) {
            status = how;
            stoppedAt = at;
            items.stopped();
            executions.stopped();
        }
    }

    synchronized void redriven(int count, Instant at) {
        status = MapRunStatus.RUNNING;
        stoppedAt = null;
        redriveCount = count;
        redrivenAt = at;
        items.redriven();
        executions.redriven();
    }

    /** Counts the children that a journal tells of. */
    synchronized void count(Iterable<ExecutionImage> children) {
        for (ExecutionImage child : children) {
            JournalRecord.ChildStarted started =
                    requireNonNull(child.child(), "a child without a start");
            ExecutionResult end = child.end();
            ExecutionStatus how = end == null ? ExecutionStatus.RUNNING : end.status();
            boolean waits =
                    status == MapRunStatus.RUNNING
                            && UNSUCCESSFUL.contains(how)
                            && started.redrive() < redriveCount;
            items.found(how, waits, started.items());
            executions.found(how, waits, 1);
        }
    }

    synchronized MapRunDescription describe() {
        Long count = limits.toleratedCount();
        Double percentage = limits.toleratedPercentage();
        return new MapRunDescription(
                arn,
                executionArn,
                mapStateName,
                status,
                startedAt,
                stoppedAt,
                limits.concurrency(),
                count == null ? 0 : count,
                percentage == null ? 0 : percentage,
                items.counts(),
                executions.counts(),
                redriveCount,
                redrivenAt);
    }

    /** Of items or of executions. */
    private static final class Tally {
        private final long total;
        private final Map<ExecutionStatus, Long> by = new EnumMap<>(ExecutionStatus.class);
        private long pending;
        private long pendingRedrive;

        Tally(long total) {
            this.total = total;
            this.pending = total;
        }

        private long count(ExecutionStatus status) {
            return by.getOrDefault(status, 0L);
        }

        private void add(ExecutionStatus status, long count) {
            by.merge(status, count, Long::sum);
        }

        /** One whose turn it is for the first time, as long as there are any of those. */
        void started(long count) {
            if (pendingRedrive >= count) {
                pendingRedrive -= count;
            } else {
                pending -= count;
            }
            add(ExecutionStatus.RUNNING, count);
        }

        void ended(ExecutionStatus how, long count) {
            add(ExecutionStatus.RUNNING, -count);
            add(how, count);
        }

        void found(ExecutionStatus status, boolean waits, long count) {
            pending -= count;
            if (waits) {
                pendingRedrive += count;
            } else {
                add(status, count);
            }
        }

        /** What should have been redriven and was not, has failed for good. */
        void stopped() {
            add(ExecutionStatus.FAILED, pendingRedrive);
            pendingRedrive = 0;
        }

        void redriven() {
            for (ExecutionStatus status : UNSUCCESSFUL) {
                pendingRedrive += count(status);
                by.remove(status);
            }
        }

        MapRunCounts counts() {
            return new MapRunCounts(
                    pending,
                    count(ExecutionStatus.RUNNING),
                    count(ExecutionStatus.SUCCEEDED),
                    count(ExecutionStatus.FAILED),
                    count(ExecutionStatus.TIMED_OUT),
                    count(ExecutionStatus.ABORTED),
                    pendingRedrive,
                    total,
                    0);
        }
    }
}
