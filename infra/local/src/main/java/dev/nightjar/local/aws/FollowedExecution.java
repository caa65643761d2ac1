package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.ExecutionStatus;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.MapRunStatus;
import dev.nightjar.core.error.Transient;
import dev.nightjar.local.platform.ExecutionAtWork;
import dev.nightjar.local.platform.ExecutionFollower;
import dev.nightjar.local.platform.RecordedExecutions;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * An execution on AWS that is asked again and again how far it is. It does not need to be followed:
 * when this process ends, it goes on. For one thread.
 */
final class FollowedExecution implements ExecutionAtWork {
    /** As long as this the service, or the way to it, may be out of order. */
    private static final int MOST_FAILURES = 20;

    private final RecordedExecutions executions;
    private final ExecutionDescription execution;
    private final ExecutionFollower follower;
    private final Interval interval;
    private long seen;

    /**
     * Follows an execution that goes on.
     *
     * @param seen the last event before it went on
     */
    FollowedExecution(
            RecordedExecutions executions,
            ExecutionDescription execution,
            long seen,
            ExecutionFollower follower,
            Interval interval) {
        this.executions = requireNonNull(executions, "executions is null");
        this.execution = requireNonNull(execution, "execution is null");
        this.seen = seen;
        this.follower = requireNonNull(follower, "follower is null");
        this.interval = requireNonNull(interval, "interval is null");
    }

    @Override
    public String id() {
        return execution.start().identity().id();
    }

    @Override
    public ExecutionResult await() throws InterruptedException {
        int failures = 0;
        while (true) {
            try {
                HistoryEvent end = look();
                if (end != null) {
                    return result(end);
                }
                failures = 0;
            } catch (Transient passing) {
                failures++;
                if (failures > MOST_FAILURES) {
                    throw passing;
                }
            }
            interval.pass();
        }
    }

    /** Tells what is new; answers the event that ends the execution, if it is there. */
    private @Nullable HistoryEvent look() {
        HistoryEvent end = null;
        boolean mapRuns = false;
        for (HistoryEvent event : executions.history(id())) {
            mapRuns |= event.type() == EventType.MAP_RUN_STARTED;
            if (event.id() > seen) {
                seen = event.id();
                follower.happened(execution.start().identity(), event);
                end = status(event) == null ? end : event;
            }
        }
        if (mapRuns) {
            List<MapRunDescription> runs = executions.mapRuns(id());
            runs.stream()
                    .filter(run -> run.status() == MapRunStatus.RUNNING)
                    .forEach(follower::counted);
        }
        return end;
    }

    private ExecutionResult result(HistoryEvent end) {
        JsonNode output = end.details().get("output");
        ExecutionStatus status = requireNonNull(status(end), "an end has a status");
        return new ExecutionResult(
                status,
                status == ExecutionStatus.SUCCEEDED ? output : null,
                text(end, "error"),
                text(end, "cause"),
                execution.start().startedAt(),
                end.timestamp());
    }

    private static @Nullable ExecutionStatus status(HistoryEvent event) {
        return switch (event.type()) {
            case EXECUTION_SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case EXECUTION_FAILED -> ExecutionStatus.FAILED;
            case EXECUTION_TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            case EXECUTION_ABORTED -> ExecutionStatus.ABORTED;
            default -> null;
        };
    }

    private static @Nullable String text(HistoryEvent event, String name) {
        JsonNode value = event.details().get(name);
        return value == null || !value.isString() ? null : value.asString();
    }
}
