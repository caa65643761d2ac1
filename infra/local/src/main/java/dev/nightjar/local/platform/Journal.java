package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes every execution down as it happens. Safe for use by multiple threads. */
final class Journal implements ExecutionListener {
    /** The state whose answer names the run. */
    private static final String CLAIM = "ClaimSlot";

    private final ExecutionsFolder executions;
    private final Map<String, ExecutionFolder> open = new ConcurrentHashMap<>();

    Journal(ExecutionsFolder executions) {
        this.executions = requireNonNull(executions, "executions is null");
    }

    /** Begins to write down an execution, before its first event. */
    void begin(ExecutionRecord record) {
        open.put(record.execution(), executions.create(record));
    }

    /** What is written down of a running execution. */
    Optional<ExecutionRecord> record(String execution) {
        return folder(execution).map(ExecutionFolder::record);
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        ExecutionIdentity.Parent parent = execution.parent();
        if (parent != null) {
            ChildEvent child = new ChildEvent(parent.mapStateName(), parent.itemIndex(), event);
            folder(parent.executionId()).ifPresent(folder -> folder.happened(child));
            return;
        }
        folder(execution.id()).ifPresent(folder -> write(folder, event));
    }

    private static void write(ExecutionFolder folder, HistoryEvent event) {
        folder.happened(event);
        RunId run = claimed(event);
        if (run != null) {
            folder.belongsTo(run);
        }
    }

    private static @Nullable RunId claimed(HistoryEvent event) {
        if (event.type() != EventType.TASK_SUCCEEDED || !CLAIM.equals(event.stateName())) {
            return null;
        }
        return RunId.parse(event.details().at("/output/Payload/run").asString());
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        if (!execution.isChild()) {
            folder(execution.id()).ifPresent(folder -> folder.ended(result));
        }
    }

    /** Lets go of an execution: from now on it no longer runs. */
    void release(String execution) {
        ExecutionFolder folder = open.remove(execution);
        if (folder == null) {
            return;
        }
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + execution, e);
        }
    }

    private Optional<ExecutionFolder> folder(String execution) {
        return Optional.ofNullable(open.get(execution));
    }
}
