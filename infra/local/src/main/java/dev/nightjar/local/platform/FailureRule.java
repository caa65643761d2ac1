package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionIdentity;
import dev.nightjar.asl.run.ExecutionListener;
import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.pipeline.json.Json;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The rule on executions that end FAILED, TIMED_OUT or ABORTED: sends RecordFailure the event that
 * EventBridge would send. All that is said of an execution is what is journalled, so it does not
 * matter which processes it ran in. Safe for use by multiple threads.
 */
final class FailureRule implements ExecutionListener {
    private static final String FUNCTION = "RecordFailureFunction";

    private final Functions functions;
    private final ExecutionsFolder executions;
    private final InstantSource clock;
    private final Consumer<String> notices;

    FailureRule(
            Functions functions,
            ExecutionsFolder executions,
            InstantSource clock,
            Consumer<String> notices) {
        this.functions = requireNonNull(functions, "functions is null");
        this.executions = requireNonNull(executions, "executions is null");
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
     * Has the failure of an execution that ended recorded. What is recorded is left alone, and
     * people are not told twice.
     */
    void settle(String execution) {
        executions
                .describe(execution, clock.instant())
                .flatMap(StatusChangeEvent::of)
                .ifPresent(event -> send(execution, Json.bytes(event)));
    }

    private void send(String execution, byte[] event) {
        try {
            functions.call(FUNCTION, event);
        } catch (TaskFailure failed) {
            notices.accept("the failure of " + execution + " has no record: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
