package dev.nightjar.local.platform;

import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.Pause;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets each execution, with the children of its Maps, have a listener of its own. */
final class ListenersByExecution implements ExecutionListener {
    private static final ExecutionListener NOBODY = new ExecutionListener() {};

    private final Map<String, ExecutionListener> listeners = new ConcurrentHashMap<>();

    void add(String execution, ExecutionListener listener) {
        listeners.put(execution, listener);
    }

    void remove(String execution) {
        listeners.remove(execution);
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        listener(execution).happened(execution, event);
    }

    @Override
    public void pauses(ExecutionIdentity execution, Pause pause) {
        listener(execution).pauses(execution, pause);
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        listener(execution).ended(execution, result);
    }

    private ExecutionListener listener(ExecutionIdentity execution) {
        ExecutionIdentity.Parent parent = execution.parent();
        String root = parent == null ? execution.id() : parent.executionId();
        return listeners.getOrDefault(root, NOBODY);
    }
}
