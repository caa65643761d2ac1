package dev.nightjar.local.aws;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.MapRunCounts;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.MapRunStatus;
import dev.nightjar.asl.run.StartedExecution;
import dev.nightjar.aws.states.DeployedExecution;
import dev.nightjar.aws.states.DeployedExecutions;
import dev.nightjar.aws.states.DeployedMapRun;
import dev.nightjar.core.port.ExecutionEvent;
import dev.nightjar.local.platform.ExecutionReader;
import dev.nightjar.local.platform.RecordedExecutions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Executions as Step Functions tells of them. Of the children of distributed Maps it tells the Map
 * Runs alone: ten thousand histories are not fetched to show one run. Safe for use by multiple
 * threads.
 */
final class StepFunctionsExecutions implements RecordedExecutions {
    /** DescribeExecution's redriveStatus of what stays as it is. */
    private static final String NOT_REDRIVABLE = "NOT_REDRIVABLE";

    private final DeployedExecutions service;

    StepFunctionsExecutions(DeployedExecutions service) {
        this.service = requireNonNull(service, "service is null");
    }

    @Override
    public State state(String execution) {
        return service.state(execution);
    }

    @Override
    public Optional<String> input(String execution) {
        return service.input(execution);
    }

    @Override
    public Iterable<ExecutionEvent> newestEvents(String execution) {
        return service.newestEvents(execution);
    }

    /** Whether it can be redriven the service says itself. */
    @Override
    public Optional<ExecutionDescription> describe(String execution, Instant now) {
        return service.find(execution).map(StepFunctionsExecutions::description);
    }

    @Override
    public List<HistoryEvent> history(String execution) {
        return HistoryEvents.of(service.history(execution));
    }

    @Override
    public void read(String execution, ExecutionReader reader) {
        history(execution).forEach(reader::happened);
        mapRuns(execution).forEach(reader::counted);
    }

    @Override
    public List<MapRunDescription> mapRuns(String execution) {
        return service.mapRuns(execution).stream().map(run -> description(execution, run)).toList();
    }

    /** Names are unique within a machine only, and machines within a region. */
    @Override
    public Optional<String> named(String name) {
        return Optional.empty();
    }

    @Override
    public boolean answersAtOnce() {
        return false;
    }

    static ExecutionIdentity identity(DeployedExecution found) {
        return new ExecutionIdentity(found.execution(), found.name(), found.machine(), null);
    }

    private static ExecutionDescription description(DeployedExecution found) {
        String output = found.output();
        String reason = found.redriveStatusReason();
        return new ExecutionDescription(
                new StartedExecution(
                        identity(found),
                        "",
                        HistoryEvents.payload(found.input()),
                        found.startedAt(),
                        0),
                status(found),
                found.stoppedAt(),
                output == null ? null : HistoryEvents.payload(output),
                found.error(),
                found.cause(),
                found.redriveCount(),
                found.redrivenAt(),
                NOT_REDRIVABLE.equals(found.redriveStatus())
                        ? (reason == null ? NOT_REDRIVABLE : reason)
                        : null,
                0);
    }

    private static ExecutionDescription.Status status(DeployedExecution found) {
        return switch (found.status()) {
            case RUNNING, PENDING_REDRIVE -> ExecutionDescription.Status.RUNNING;
            case SUCCEEDED -> ExecutionDescription.Status.SUCCEEDED;
            case FAILED -> ExecutionDescription.Status.FAILED;
            case TIMED_OUT -> ExecutionDescription.Status.TIMED_OUT;
            case ABORTED -> ExecutionDescription.Status.ABORTED;
        };
    }

    /** A child works on one item: its counts are the items'. */
    private static MapRunDescription description(String execution, DeployedMapRun run) {
        MapRunCounts counts = counts(run.executions());
        return new MapRunDescription(
                run.mapRun(),
                execution,
                run.label(),
                MapRunStatus.valueOf(run.status()),
                run.startedAt(),
                run.stoppedAt(),
                run.maxConcurrency(),
                0,
                0,
                counts,
                counts,
                run.redriveCount(),
                run.redrivenAt());
    }

    private static MapRunCounts counts(DeployedMapRun.Counts counts) {
        return new MapRunCounts(
                counts.pending(),
                counts.running(),
                counts.succeeded(),
                counts.failed(),
                counts.timedOut(),
                counts.aborted(),
                counts.pendingRedrive(),
                counts.total(),
                0);
    }
}
