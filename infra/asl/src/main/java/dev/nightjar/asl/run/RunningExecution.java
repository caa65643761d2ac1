package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.Flow;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** An execution at work. Everything but the public methods runs in its mailbox. */
final class RunningExecution implements Execution {
    private final Engine engine;
    private final ExecutionIdentity identity;
    private final Flow flow;
    private final int redriveCount;
    private final Mailbox mailbox;
    private final History history;
    private final RandomGenerator random;
    private final Instant startedAt;
    private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();
    private @Nullable FlowRun root;
    private ObjectNode context = Json.object();
    private Runnable callOffTimeout = () -> {};

    RunningExecution(
            Engine engine,
            ExecutionIdentity identity,
            Flow flow,
            int redriveCount,
            boolean keepsHistory) {
        this.engine = engine;
        this.identity = identity;
        this.flow = flow;
        this.redriveCount = redriveCount;
        this.mailbox = new Mailbox(engine.clock(), this::breakDown);
        this.history = new History(identity, engine.listener(), keepsHistory);
        this.random = engine.newRandom();
        this.startedAt = engine.clock().now();
    }

    void start(JsonNode input, @Nullable Template timeoutSeconds, @Nullable MapItem item) {
        this.context = executionContext(input);
        post(
                () -> {
                    ObjectNode details = Json.object("input", input);
                    event(EventType.EXECUTION_STARTED, 0, null, details);
                    FlowRun run = new FlowRun(this, flow, Map.of(), item, new RootEnd());
                    root = run;
                    startTimeout(run, input, timeoutSeconds);
                    if (!end.isDone()) {
                        run.start(input, 0);
                    }
                });
    }

    private void startTimeout(FlowRun run, JsonNode input, @Nullable Template timeoutSeconds) {
        if (timeoutSeconds == null) {
            return;
        }
        try {
            long seconds = TimeoutSeconds.ofMachine(timeoutSeconds, this, input);
            callOffTimeout = schedule(Duration.ofSeconds(seconds), () -> timeOut(run));
        } catch (StateFailedException failed) {
            finish(EventType.EXECUTION_FAILED, ExecutionStatus.FAILED, 0, null, failed.failure());
        }
    }

    private ObjectNode executionContext(JsonNode input) {
        ObjectNode execution = Json.object();
        execution.put("Id", identity.id());
        execution.set("Input", input);
        execution.put("Name", identity.name());
        execution.put("StartTime", Json.time(startedAt));
        execution.put("RedriveCount", redriveCount);
        ObjectNode stateMachine = Json.object();
        String machine = identity.stateMachineArn();
        stateMachine.put("Id", machine);
        stateMachine.put("Name", machine.substring(machine.lastIndexOf(':') + 1));
        ObjectNode whole = Json.object("Execution", execution);
        whole.set("StateMachine", stateMachine);
        return whole;
    }

    /** The part of the context object that stays the same in all states. Not to be changed. */
    ObjectNode context() {
        return context;
    }

    Engine engine() {
        return engine;
    }

    int redriveCount() {
        return redriveCount;
    }

    RandomGenerator random() {
        return random;
    }

    Instant now() {
        return engine.clock().now();
    }

    void post(Runnable step) {
        mailbox.post(step);
    }

    /** Posts a step after a while; the answer calls that off. */
    Runnable schedule(Duration delay, Runnable step) {
        return engine.clock().schedule(delay, () -> post(step));
    }

    long event(EventType type, long previous, @Nullable String stateName, ObjectNode details) {
        return history.add(type, previous, now(), stateName, details);
    }

    boolean historyIsFull() {
        return history.isFull();
    }

    private void timeOut(FlowRun run) {
        StateFailure failure = new StateFailure(ErrorName.TIMEOUT, null);
        finish(
                EventType.EXECUTION_TIMED_OUT,
                ExecutionStatus.TIMED_OUT,
                run.lastEvent(),
                null,
                failure);
    }

    private void finish(
            EventType type,
            ExecutionStatus status,
            long previous,
            @Nullable JsonNode output,
            StateFailure failure) {
        if (end.isDone()) {
            return;
        }
        callOffTimeout.run();
        if (root != null) {
            root.stop();
        }
        ObjectNode details = Json.failure(failure);
        if (output != null) {
            details.set("output", output);
        }
        event(type, previous, null, details);
        ExecutionResult result =
                new ExecutionResult(
                        status, output, failure.error(), failure.cause(), startedAt, now());
        engine.listener().ended(identity, result);
        end.complete(result);
    }

    /** A step threw: a fault of the engine or of a listener, not of the machine. */
    private void breakDown(Throwable problem) {
        history.mute();
        end.completeExceptionally(problem);
        callOffTimeout.run();
        if (root != null) {
            root.stop();
        }
    }

    CompletableFuture<ExecutionResult> end() {
        return end;
    }

    @Override
    public String id() {
        return identity.id();
    }

    @Override
    public ExecutionIdentity identity() {
        return identity;
    }

    @Override
    public ExecutionStatus status() {
        if (!end.isDone()) {
            return ExecutionStatus.RUNNING;
        }
        return end.isCompletedExceptionally() ? ExecutionStatus.ABORTED : end.join().status();
    }

    @Override
    public ExecutionResult await() throws InterruptedException {
        return engine.clock().await(end);
    }

    @Override
    public void abort(@Nullable String error, @Nullable String cause) {
        StateFailure failure = new StateFailure(error, cause);
        post(
                () -> {
                    long previous = root == null ? 0 : root.lastEvent();
                    finish(
                            EventType.EXECUTION_ABORTED,
                            ExecutionStatus.ABORTED,
                            previous,
                            null,
                            failure);
                });
    }

    @Override
    public List<HistoryEvent> history() {
        return history.events();
    }

    private final class RootEnd implements FlowEnd {
        @Override
        public void succeeded(FlowRun run, JsonNode output) {
            finish(
                    EventType.EXECUTION_SUCCEEDED,
                    ExecutionStatus.SUCCEEDED,
                    run.lastEvent(),
                    output,
                    new StateFailure(null, null));
        }

        @Override
        public void failed(FlowRun run, StateFailure failure) {
            finish(
                    EventType.EXECUTION_FAILED,
                    ExecutionStatus.FAILED,
                    run.lastEvent(),
                    null,
                    failure);
        }
    }
}
