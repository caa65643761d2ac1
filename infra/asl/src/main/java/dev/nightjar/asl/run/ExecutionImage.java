package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an execution, or a child, stands: the fold of its journal's records. Resuming and redriving
 * both go on from here.
 */
final class ExecutionImage {
    private final String arn;
    private final List<MapRun> mapRuns = new ArrayList<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private final boolean keepsEvents;
    private JournalRecord.@Nullable ChildStarted child;
    private FlowImage root = new FlowImage(0);
    private @Nullable HistoryEvent first;
    private @Nullable ExecutionResult end;
    private long lastEvent;
    private int redriveCount;
    private @Nullable Instant redrivenAt;
    private @Nullable Instant timeoutDue;
    private int turns = 1;

    ExecutionImage(String arn, boolean keepsEvents) {
        this.arn = arn;
        this.keepsEvents = keepsEvents;
    }

    /** How it was started as a child, or went on in a redrive; null for an execution. */
    JournalRecord.@Nullable ChildStarted child() {
        return child;
    }

    boolean hasStarted() {
        return first != null;
    }

    Instant startedAt() {
        return requireNonNull(first, "it has not started").timestamp();
    }

    JsonNode input() {
        return requireNonNull(first, "it has not started").details().required("input");
    }

    FlowImage root() {
        return root;
    }

    /** How it ended, or null. */
    @Nullable ExecutionResult end() {
        return end;
    }

    /** The id of its last event, which is the number of its events. */
    long lastEvent() {
        return lastEvent;
    }

    List<HistoryEvent> events() {
        return events;
    }

    int redriveCount() {
        return redriveCount;
    }

    @Nullable Instant redrivenAt() {
        return redrivenAt;
    }

    /** When it times out, or null while that is not known. */
    @Nullable Instant timeoutDue() {
        return timeoutDue;
    }

    /** How many processes, or redrives, worked on it so far. */
    int turns() {
        return turns;
    }

    List<MapRun> mapRuns() {
        return mapRuns;
    }

    void accept(JournalRecord record) {
        switch (record) {
            case JournalRecord.Happened happened -> happened(happened);
            case JournalRecord.RetryScheduled retry -> {
                FlowImage flow = FlowPaths.find(root, retry.path(), false);
                if (flow != null) {
                    flow.retryScheduled(retry);
                }
            }
            case JournalRecord.WaitScheduled wait -> {
                StateImage state = state(wait.path());
                if (state != null) {
                    state.waitScheduled(wait.due());
                }
            }
            case JournalRecord.TimeoutScheduled timeout -> timeoutDue = timeout.due();
            case JournalRecord.BranchesStarted branches -> {
                SubFlowsImage subFlows = subFlows(branches.path());
                if (subFlows != null) {
                    subFlows.branchesStarted(branches.input());
                }
            }
            case JournalRecord.ItemsPinned pinned -> {
                SubFlowsImage subFlows = subFlows(pinned.path());
                if (subFlows != null) {
                    subFlows.itemsPinned(pinned);
                }
            }
            case JournalRecord.ChildStarted started -> child = started;
            case JournalRecord.Resumed _ -> turns++;
        }
    }

    private void happened(JournalRecord.Happened record) {
        HistoryEvent event = record.event();
        lastEvent = event.id();
        if (keepsEvents) {
            events.add(event);
        }
        switch (event.type()) {
            case EXECUTION_STARTED -> first = event;
            case EXECUTION_REDRIVEN -> redriven(event);
            case EXECUTION_SUCCEEDED -> ended(ExecutionStatus.SUCCEEDED, event);
            case EXECUTION_FAILED -> ended(ExecutionStatus.FAILED, event);
            case EXECUTION_TIMED_OUT -> ended(ExecutionStatus.TIMED_OUT, event);
            case EXECUTION_ABORTED -> ended(ExecutionStatus.ABORTED, event);
            default -> {
                FlowImage flow = flow(record.path(), event);
                if (flow != null) {
                    happened(flow, record);
                }
            }
        }
    }

    private void redriven(HistoryEvent event) {
        end = null;
        redriveCount = event.details().required("redriveCount").intValue();
        redrivenAt = event.timestamp();
        timeoutDue = null;
        turns++;
        root.redriven(event.id());
    }

    private void ended(ExecutionStatus status, HistoryEvent event) {
        end =
                new ExecutionResult(
                        status,
                        event.details().get("output"),
                        text(event, "error"),
                        text(event, "cause"),
                        startedAt(),
                        event.timestamp());
        mapRuns.forEach(run -> run.stopped(MapRunStatus.ABORTED, event.timestamp()));
        if (status == ExecutionStatus.SUCCEEDED) {
            root = new FlowImage(event.id());
        }
    }

    static @Nullable String text(HistoryEvent event, String field) {
        JsonNode value = event.details().get(field);
        return value == null ? null : value.stringValue();
    }

    /** A flow that events name before it entered a state has just begun. */
    private @Nullable FlowImage flow(String path, HistoryEvent event) {
        boolean begins =
                event.type() == EventType.MAP_ITERATION_STARTED
                        || StateEvents.isEntry(event.type());
        return FlowPaths.find(root, path, begins);
    }

    private @Nullable StateImage state(String path) {
        FlowImage flow = FlowPaths.find(root, path, false);
        return flow == null ? null : flow.state();
    }

    private @Nullable SubFlowsImage subFlows(String path) {
        StateImage state = state(path);
        return state == null ? null : state.subFlows();
    }

    private void happened(FlowImage flow, JournalRecord.Happened record) {
        HistoryEvent event = record.event();
        EventType type = event.type();
        if (StateEvents.isEntry(type)) {
            flow.entered(event);
            return;
        }
        if (StateEvents.isExit(type)) {
            flow.exited(event, record.next());
            FlowImage parent = FlowPaths.parent(root, record.path());
            if (parent != null && record.next() == null) {
                parent.lastEvent(event.id());
            }
            return;
        }
        if (!StateEvents.isAside(type)) {
            flow.lastEvent(event.id());
        }
        StateImage state = flow.state();
        if (state != null) {
            happened(state, event);
        }
    }

    private void happened(StateImage state, HistoryEvent event) {
        state.attempted();
        SubFlowsImage subFlows = state.subFlows();
        MapRun run = subFlows == null ? null : subFlows.mapRun();
        switch (event.type()) {
            case PARALLEL_STATE_STARTED, MAP_STATE_STARTED -> state.subFlowsStarted(event.id());
            case PARALLEL_STATE_FAILED, MAP_STATE_FAILED -> {
                state.failed(text(event, "error"));
                stopped(run, MapRunStatus.FAILED, event);
            }
            case MAP_RUN_STARTED -> mapRunStarted(state, event);
            case MAP_RUN_REDRIVEN -> {
                if (subFlows != null && run != null) {
                    subFlows.mapRunRedriven();
                    int count = event.details().required("redriveCount").intValue();
                    run.redriven(count, event.timestamp());
                }
            }
            case MAP_RUN_SUCCEEDED -> stopped(run, MapRunStatus.SUCCEEDED, event);
            case MAP_RUN_FAILED -> stopped(run, MapRunStatus.FAILED, event);
            case MAP_RUN_ABORTED, MAP_STATE_ABORTED -> stopped(run, MapRunStatus.ABORTED, event);
            default -> {}
        }
    }

    private static void stopped(@Nullable MapRun run, MapRunStatus how, HistoryEvent event) {
        if (run != null) {
            run.stopped(how, event.timestamp());
        }
    }

    private void mapRunStarted(StateImage state, HistoryEvent event) {
        SubFlowsImage subFlows = state.subFlows();
        if (subFlows == null || subFlows.items() == null) {
            return;
        }
        JournalRecord.ItemsPinned pinned = subFlows.items();
        MapRun run =
                new MapRun(
                        event.details().required("mapRunArn").stringValue(),
                        arn,
                        state.name(),
                        event.timestamp(),
                        MapLimits.of(pinned),
                        new MapRun.Size(pinned.total(), pinned.items().size()));
        mapRuns.add(run);
        subFlows.mapRunStarted(run);
    }
}
