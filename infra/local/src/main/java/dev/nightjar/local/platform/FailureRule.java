package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.EventType;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The rule on executions that end FAILED, TIMED_OUT or ABORTED: has RecordFailure write down what
 * failed, unless the machine's own Catch has done so. Safe for use by multiple threads.
 */
final class FailureRule implements ExecutionListener {
    private static final String RECORDER = "RecordFailure";

    /**
     * What is known of an execution so far.
     *
     * @param state the newest state
     * @param recorded whether RecordFailure has ended well
     */
    private record Seen(@Nullable String state, boolean recorded) {}

    private final Functions functions;
    private final Journal journal;
    private final Consumer<String> notices;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    FailureRule(Functions functions, Journal journal, Consumer<String> notices) {
        this.functions = requireNonNull(functions, "functions is null");
        this.journal = requireNonNull(journal, "journal is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        String state = event.stateName();
        if (execution.isChild() || state == null) {
            return;
        }
        boolean records = event.type() == EventType.TASK_SUCCEEDED && state.equals(RECORDER);
        seen.merge(
                execution.id(),
                new Seen(state, records),
                (before, now) -> new Seen(now.state(), before.recorded() || now.recorded()));
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        if (execution.isChild()) {
            return;
        }
        Seen last = seen.remove(execution.id());
        if (result.succeeded() || last == null || last.recorded()) {
            return;
        }
        String state = last.state() == null ? "ExecutionStarted" : last.state();
        String error = result.error() == null ? result.status().name() : result.error();
        record(
                new FailureRequest(
                        journal.run(execution.id()).orElse(null),
                        state,
                        null,
                        error,
                        result.cause(),
                        new TaskContext(RECORDER, execution.id(), 0, 0)));
    }

    private void record(FailureRequest request) {
        try {
            functions.call(RECORDER + "Function", Json.bytes(request));
        } catch (TaskFailure failed) {
            notices.accept("the failure of " + request.state() + " has no record: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
