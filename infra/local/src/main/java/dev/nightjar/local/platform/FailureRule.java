package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.core.night.FailureRequest;
import dev.nightjar.core.night.TaskContext;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The rule on executions that end FAILED, TIMED_OUT or ABORTED: has RecordFailure write down what
 * failed, unless the machine's own Catch has done so. All that it knows of an execution is what is
 * journalled, so it does not matter which processes the execution ran in. Safe for use by multiple
 * threads.
 */
final class FailureRule implements ExecutionListener {
    private final Functions functions;
    private final ExecutionsFolder executions;
    private final ClaimedRuns runs;
    private final InstantSource clock;
    private final Consumer<String> notices;

    FailureRule(
            Functions functions,
            ExecutionsFolder executions,
            ClaimedRuns runs,
            InstantSource clock,
            Consumer<String> notices) {
        this.functions = requireNonNull(functions, "functions is null");
        this.executions = requireNonNull(executions, "executions is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    @Override
    public void ended(ExecutionIdentity execution, ExecutionResult result) {
        if (!execution.isChild() && !result.succeeded()) {
            settle(execution.id());
        }
    }

    /**
     * Has the failure of an execution that ended recorded. A record that stands is left alone, and
     * people are not told twice: its name is the state's with the number of redrives.
     */
    void settle(String execution) {
        LastTry last = LastTry.of(executions.history(execution));
        if (last.recorded()) {
            return;
        }
        JsonNode asked = last.asked();
        if (asked == null) {
            executions
                    .describe(execution, clock.instant())
                    .map(found -> request(last, found))
                    .ifPresent(request -> record(request.state(), Json.bytes(request)));
        } else {
            // People want to know of the failure that the machine could not record, not of that.
            record(asked.path("state").asString(String.valueOf(last.state())), Json.bytes(asked));
        }
    }

    private FailureRequest request(LastTry last, ExecutionDescription execution) {
        String error = execution.error();
        return new FailureRequest(
                runs.of(last, execution.start()).orElse(null),
                last.state() == null ? "ExecutionStarted" : last.state(),
                null,
                error == null ? execution.status().name() : error,
                execution.cause(),
                new TaskContext(
                        LastTry.RECORDER, execution.start().identity().id(), 0, last.redrives()));
    }

    private void record(String state, byte[] request) {
        try {
            functions.call(LastTry.RECORDER + "Function", request);
        } catch (TaskFailure failed) {
            notices.accept("the failure of " + state + " has no record: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
