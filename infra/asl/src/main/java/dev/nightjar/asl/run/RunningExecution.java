package dev.nightjar.asl.run;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** An execution at work. Everything but the public methods runs in its mailbox. */
final class RunningExecution implements Execution {
    private final Engine engine;
    private final ExecutionIdentity identity;
    private final Flow flow;
    private final Recorder recorder;
    private final long seed;
    private final Mailbox mailbox;
    private final History history;
    private final List<MapRun> mapRuns = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ExecutionResult> end = new CompletableFuture<>();
    private RandomGenerator random;
    private Instant startedAt;
    private @Nullable ExecutionFamily family;
    private @Nullable FlowRun root;
    private ObjectNode context = Json.object();
    private Runnable callOffTimeout = () -> {};
    private int openChildren;
    private boolean ending;
    private Runnable afterChildren = () -> {};

    RunningExecution(
            Engine engine,
            ExecutionIdentity identity,
            Flow flow,
            Recorder recorder,
            long seed,
            Instant startedAt) {
        this.engine = engine;
        this.identity = identity;
        this.flow = flow;
        this.recorder = recorder;
        this.seed = seed;
        this.mailbox = new Mailbox(engine.clock(), recorder::write, this::breakDown);
        this.history = new History(identity, engine.listener(), !identity.isChild());
        this.random = Seeds.random(seed, 0);
        this.startedAt = startedAt;
    }

    /** Begins; a child's start belongs to its first step. */
    void start(
            JsonNode input,
            @Nullable Template timeoutSeconds,
            @Nullable MapItem item,
            Recorder.@Nullable Fact childStarted) {
        post(
                () -> {
                    if (childStarted != null) {
                        recorder.add(childStarted);
                    }
                    context = executionContext(input, 0, null);
                    ObjectNode details = Json.object("input", input);
                    event(EventType.EXECUTION_STARTED, 0, startedAt, details);
                    FlowRun run = newRoot(item);
                    startTimeout(run, input, timeoutSeconds);
                    if (!ending) {
                        run.start(input, 0);
                    }
                });
    }

    private FlowRun newRoot(@Nullable MapItem item) {
        StateTrial trial = engine.trial();
        Map<String, JsonNode> variables = trial == null ? Map.of() : trial.variables();
        FlowRun run = new FlowRun(this, flow, FlowPaths.ROOT, variables, item, new RootEnd());
        root = run;
        return run;
    }

    /**
     * Goes on from where its journal ends; after an end, as a redrive.
     *
     * @param children those of all Maps of the execution that it descends from
     */
    void resume(
            ExecutionImage image,
            @Nullable ExecutionFamily children,
            @Nullable Template timeoutSeconds,
            @Nullable MapItem item,
            Recorder.@Nullable Fact childStarted) {
        family = children;
        startedAt = image.startedAt();
        history.resume(image);
        random = Seeds.random(seed, image.turns());
        mapRuns.addAll(image.mapRuns());
        post(
                () -> {
                    if (childStarted != null) {
                        recorder.add(childStarted);
                    }
                    if (image.end() == null) {
                        recorder.add(child -> new JournalRecord.Resumed(child, now()));
                    } else {
                        redrive(image);
                    }
                    JsonNode input = image.input();
                    context = executionContext(input, image.redriveCount(), image.redrivenAt());
                    goOn(newRoot(item), image, timeoutSeconds);
                });
    }

    private void redrive(ExecutionImage image) {
        ObjectNode details = Json.object().put("redriveCount", image.redriveCount() + 1);
        HistoryEvent event = event(EventType.EXECUTION_REDRIVEN, image.lastEvent(), now(), details);
        image.accept(new JournalRecord.Happened(null, FlowPaths.ROOT, event, null));
    }

    private void goOn(FlowRun run, ExecutionImage image, @Nullable Template timeoutSeconds) {
        Instant due = image.timeoutDue();
        if (due == null) {
            startTimeout(run, image.input(), timeoutSeconds);
        } else {
            callOffTimeout = schedule(Duration.between(now(), due), () -> timeOut(run));
        }
        if (ending) {
            return;
        }
        FlowImage flowImage = image.root();
        JsonNode output = flowImage.output();
        if (flowImage.isNew()) {
            run.start(image.input(), flowImage.lastEvent());
        } else if (flowImage.hasEnded() && output != null) {
            run.lastEvent(flowImage.lastEvent());
            run.succeed(output);
        } else {
            run.resume(flowImage);
        }
    }

    private void startTimeout(FlowRun run, JsonNode input, @Nullable Template timeoutSeconds) {
        if (timeoutSeconds == null) {
            return;
        }
        try {
            long seconds = TimeoutSeconds.ofMachine(timeoutSeconds, this, input);
            Duration delay = Duration.ofSeconds(seconds);
            Instant due = now().plus(delay);
            recorder.add(child -> new JournalRecord.TimeoutScheduled(child, due));
            callOffTimeout = schedule(delay, () -> timeOut(run));
        } catch (StateFailedException failed) {
            finish(EventType.EXECUTION_FAILED, ExecutionStatus.FAILED, 0, null, failed.failure());
        }
    }

    private ObjectNode executionContext(
            JsonNode input, int redriveCount, @Nullable Instant redrivenAt) {
        ObjectNode execution = Json.object();
        execution.put("Id", identity.id());
        execution.set("Input", input);
        execution.put("Name", identity.name());
        execution.put("StartTime", Json.time(startedAt));
        execution.put("RedriveCount", redriveCount);
        if (redrivenAt != null) {
            execution.put("RedriveTime", Json.time(redrivenAt));
        }
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

    Recorder recorder() {
        return recorder;
    }

    long seed() {
        return seed;
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

    /** An event of the execution itself. */
    private HistoryEvent event(EventType type, long previous, Instant time, ObjectNode details) {
        return written(FlowPaths.ROOT, history.add(type, previous, time, null, details), null);
    }

    /** An event of the flow of that path; for an exit, with the state that follows. */
    HistoryEvent event(
            String path,
            EventType type,
            long previous,
            @Nullable String stateName,
            ObjectNode details,
            @Nullable String next) {
        return written(path, history.add(type, previous, now(), stateName, details), next);
    }

    private HistoryEvent written(String path, HistoryEvent event, @Nullable String next) {
        recorder.add(child -> new JournalRecord.Happened(child, path, event, next));
        return event;
    }

    void pauses(Pause pause) {
        engine.listener().pauses(identity, pause);
    }

    boolean historyIsFull() {
        return history.isFull();
    }

    /** The Map Run that began now, or that a journal told of. */
    void add(MapRun run) {
        mapRuns.add(run);
    }

    /** What a journal tells of a Map Run's children, by index: it is forgotten here. */
    Map<Integer, ExecutionImage> takeChildren(String mapRunArn) {
        return family == null ? Map.of() : family.take(mapRunArn);
    }

    @Nullable ExecutionFamily family() {
        return family;
    }

    void childStarts() {
        openChildren++;
    }

    /** Its end waits for those of its children, so that the journal holds all of them. */
    void childEnded() {
        openChildren--;
        if (openChildren == 0) {
            afterChildren.run();
        }
    }

    /** Its status says it all: AWS gives an execution that timed out no error. */
    private void timeOut(FlowRun run) {
        StateFailure failure = new StateFailure(null, null);
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
        if (ending) {
            return;
        }
        ending = true;
        callOffTimeout.run();
        if (root != null) {
            root.stop();
        }
        if (openChildren == 0) {
            end(type, status, previous, output, failure);
        } else {
            afterChildren = () -> end(type, status, previous, output, failure);
        }
    }

    private void end(
            EventType type,
            ExecutionStatus status,
            long previous,
            @Nullable JsonNode output,
            StateFailure failure) {
        ObjectNode details = Json.failure(failure);
        if (output != null) {
            details.set("output", output);
        }
        HistoryEvent event = event(type, previous, now(), details);
        recorder.writeEnd();
        ExecutionResult result =
                new ExecutionResult(
                        status,
                        output,
                        failure.error(),
                        failure.cause(),
                        startedAt,
                        event.timestamp());
        engine.listener().ended(identity, result);
        recorder.close();
        engine.ended(this);
        end.complete(result);
    }

    /** A step threw: a fault of the engine or of a listener, not of the machine. */
    private void breakDown(Throwable problem) {
        ending = true;
        history.mute();
        recorder.abandon();
        engine.ended(this);
        end.completeExceptionally(problem);
        callOffTimeout.run();
        if (root != null) {
            root.stop();
        }
    }

    /** Lets go of the journal: whatever still happens here is not written down. */
    void letGo() {
        recorder.close();
    }

    /** For one that a journal knows to have ended. */
    void hasEnded(ExecutionResult result) {
        ending = true;
        end.complete(result);
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

    @Override
    public List<MapRunDescription> mapRuns() {
        return mapRuns.stream().map(MapRun::describe).toList();
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
