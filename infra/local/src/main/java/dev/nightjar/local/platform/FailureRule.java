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

import tools.jackson.databind.JsonNode;

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
     * @param asked what the machine asked of RecordFailure, or null
     * @param recorded whether RecordFailure has ended well
     */
    private record Seen(@Nullable String state, @Nullable JsonNode asked, boolean recorded) {
        Seen then(Seen next) {
            return new Seen(
                    next.state, next.asked == null ? asked : next.asked, recorded || next.recorded);
        }
    }

    private final Functions functions;
    private final ClaimedRuns runs;
    private final Consumer<String> notices;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    FailureRule(Functions functions, ClaimedRuns runs, Consumer<String> notices) {
        this.functions = requireNonNull(functions, "functions is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    @Override
    public void happened(ExecutionIdentity execution, HistoryEvent event) {
        String state = event.stateName();
        if (execution.isChild() || state == null) {
            return;
        }
        boolean recorder = state.equals(RECORDER);
        boolean asks = recorder && event.type() == EventType.TASK_SCHEDULED;
        JsonNode asked = asks ? event.details().at("/parameters/Payload") : null;
        boolean recorded = recorder && event.type() == EventType.TASK_SUCCEEDED;
        seen.merge(execution.id(), new Seen(state, asked, recorded), Seen::then);
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
        JsonNode asked = last.asked();
        String state = last.state() == null ? "ExecutionStarted" : last.state();
        if (asked == null) {
            record(state, Json.bytes(request(execution, state, result)));
        } else {
            // People want to know of the failure that the machine could not record, not of that.
            record(asked.path("state").asString(state), Json.bytes(asked));
        }
    }

    private FailureRequest request(
            ExecutionIdentity execution, String state, ExecutionResult result) {
        String id = execution.id();
        return new FailureRequest(
                runs.of(id).orElse(null),
                state,
                null,
                result.error() == null ? result.status().name() : result.error(),
                result.cause(),
                new TaskContext(RECORDER, id, 0, 0));
    }

    private void record(String state, byte[] request) {
        try {
            functions.call(RECORDER + "Function", request);
        } catch (TaskFailure failed) {
            notices.accept("the failure of " + state + " has no record: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
