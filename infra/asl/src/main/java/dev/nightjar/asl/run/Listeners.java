package dev.nightjar.asl.run;

import java.util.List;

/** Several listeners as one; the first that throws ends the call. */
record Listeners(List<ExecutionListener> listeners) implements ExecutionListener {
    Listeners {
        listeners = List.copyOf(listeners);
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        for (ExecutionListener listener : listeners) {
            listener.happened(execution, event);
        }
    }

    @Override
    public void pauses(ExecutionIdentity execution, Pause pause) {
        for (ExecutionListener listener : listeners) {
            listener.pauses(execution, pause);
        }
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        for (ExecutionListener listener : listeners) {
            listener.ended(execution, result);
        }
    }
}
