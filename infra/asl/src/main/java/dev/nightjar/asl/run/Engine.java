package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.parse.TaskState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Runs state machines (specification: https://states-language.net, in JSONata mode).
 *
 * <p>An execution is driven by steps in its own mailbox: entering a state, an answer of a handler,
 * an alarm of the clock. No step blocks, so an engine runs as many executions as memory holds; only
 * handlers block, on threads of their own, at most {@link Builder#taskConcurrency} at once. Safe
 * for use by many threads.
 */
public final class Engine implements AutoCloseable {
    private final EngineClock clock;
    private final @Nullable SystemClock ownClock;
    private final RandomGenerator random;
    private final TaskHandlers handlers;
    private final NestedMachines machines;
    private final TaskTokens tokens = new TaskTokens();
    private final ExecutionListener listener;
    private final TaskSlots slots;
    private final @Nullable StateTrial trial;
    private final @Nullable ExecutionJournals journals;
    private final Set<RunningExecution> journalled = ConcurrentHashMap.newKeySet();

    private Engine(Builder builder) {
        this.ownClock = builder.clock == null ? new SystemClock() : null;
        this.clock = builder.clock == null ? requireNonNull(ownClock) : builder.clock;
        this.random = builder.random;
        this.handlers =
                new TaskHandlers(builder.handlers, builder.integrations, builder.wrappers, clock);
        this.machines = new NestedMachines(builder.machines);
        this.listener = new Listeners(builder.listeners);
        this.slots = new TaskSlots(builder.taskConcurrency);
        this.trial = builder.trial;
        this.journals = builder.journals;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts an execution.
     *
     * @throws IllegalArgumentException when the machine could not be read whole, has a resource
     *     without a handler, or the input is larger than 256 KiB
     * @throws RefusedException ExecutionAlreadyExists when the journals know that name
     */
    public Execution start(StateMachine machine, StartRequest request) {
        return start(machine, request, null);
    }

    Execution start(StateMachine machine, StartRequest request, @Nullable MapItem item) {
        requireNonNull(request, "request is null");
        if (!Payload.fits(request.input())) {
            throw new IllegalArgumentException("the input is larger than 256 KiB");
        }
        refuseUnrunnable(machine);
        ExecutionIdentity identity =
                new ExecutionIdentity(
                        request.executionArn(), request.name(), request.stateMachineArn(), null);
        StartedExecution start =
                new StartedExecution(
                        identity, machine.definition(), request.input(), clock.now(), nextSeed());
        ExecutionJournal journal = journals == null ? null : journals.create(start);
        RunningExecution execution = running(start, machine, journal);
        execution.start(request.input(), machine.timeoutSeconds(), item, null);
        return execution;
    }

    /**
     * Starts an execution for a Task.
     *
     * @param takenUp whether the Task's process was killed, so that it may have been started before
     */
    RunningExecution startNested(StateMachine machine, StartRequest request, boolean takenUp) {
        try {
            return (RunningExecution) start(machine, request);
        } catch (RefusedException refused) {
            if (!takenUp || refused.reason() != RefusedException.Reason.EXECUTION_ALREADY_EXISTS) {
                throw refused;
            }
        }
        String arn = request.executionArn();
        try (ExecutionJournal journal = journals().open(arn)) {
            ExecutionResult end = ExecutionFamily.of(journal).execution().end();
            if (end != null) {
                RunningExecution over = running(journal.start(), machine, null);
                over.hasEnded(end);
                return over;
            }
        }
        return (RunningExecution) resume(arn);
    }

    private RunningExecution running(
            StartedExecution start, StateMachine machine, @Nullable ExecutionJournal journal) {
        RunningExecution execution =
                new RunningExecution(
                        this,
                        start.identity(),
                        machine.flow(),
                        Recorder.of(journal),
                        start.seed(),
                        start.startedAt());
        if (journal != null) {
            journalled.add(execution);
        }
        return execution;
    }

    private void refuseUnrunnable(StateMachine machine) {
        refuseUnreadable(machine.flow());
        machine.allStates()
                .flatMap(Engine::resources)
                .filter(resource -> !startsItself(TaskResource.of(resource)))
                .forEach(this::handler);
    }

    /**
     * Goes on with an execution whose process was killed: from where its journal ends, by the same
     * definition. Tasks that were under way are called again, with the same retry count; what is
     * left of waits and pauses is waited for; the execution's TimeoutSeconds goes on.
     *
     * @throws RefusedException ExecutionDoesNotExist; ExecutionInUse while a process runs it;
     *     ExecutionEnded
     * @throws IllegalArgumentException when a resource has no handler
     * @throws IllegalStateException when the engine has no journals
     */
    public Execution resume(String executionArn) {
        return takeUp(executionArn, image -> refuseEnded(image, executionArn));
    }

    /**
     * Redrives an execution that FAILED, TIMED_OUT or was ABORTED, as RedriveExecution does: same
     * definition and input, only the unsuccessful steps, and of a distributed Map only the
     * unsuccessful children ("Restarting state machine executions with redrive", developer guide).
     * An execution whose process was killed has not ended: it is refused as RUNNING is, and {@link
     * #resume} goes on with it.
     *
     * @throws RefusedException ExecutionNotRedrivable with the rule that it breaks;
     *     ExecutionDoesNotExist; ExecutionInUse while a process runs it
     * @throws IllegalArgumentException when a resource has no handler
     * @throws IllegalStateException when the engine has no journals
     */
    public Execution redrive(String executionArn) {
        return takeUp(
                executionArn,
                image -> {
                    String refusal = RedriveRules.refusal(image, clock.now());
                    if (refusal != null) {
                        throw new RefusedException(
                                RefusedException.Reason.EXECUTION_NOT_REDRIVABLE,
                                "Execution %s invalid for redrive as: %s"
                                        .formatted(executionArn, refusal));
                    }
                });
    }

    /**
     * Ends an execution whose process was killed as StopExecution does, so that it can be redriven.
     *
     * @throws RefusedException ExecutionDoesNotExist; ExecutionInUse while a process runs it;
     *     ExecutionEnded
     * @throws IllegalStateException when the engine has no journals
     */
    public void abort(String executionArn, @Nullable String error, @Nullable String cause) {
        try (ExecutionJournal journal = journals().open(executionArn)) {
            ExecutionFamily family = ExecutionFamily.of(journal);
            refuseEnded(family.execution(), executionArn);
            new UnattendedEnd(journal, family, clock.now()).abort(new StateFailure(error, cause));
        }
    }

    private static void refuseEnded(ExecutionImage image, String executionArn) {
        ExecutionResult end = image.end();
        if (end != null) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_ENDED,
                    executionArn + " has ended: it is " + end.status());
        }
    }

    private ExecutionJournals journals() {
        if (journals == null) {
            throw new IllegalStateException("the engine has no journals");
        }
        return journals;
    }

    private Execution takeUp(String executionArn, Consumer<ExecutionImage> rule) {
        ExecutionJournal journal = journals().open(executionArn);
        boolean taken = false;
        try {
            ExecutionFamily family = ExecutionFamily.of(journal);
            rule.accept(family.execution());
            StartedExecution start = journal.start();
            StateMachine machine = StateMachineParser.parse(start.definition()).machineOrThrow();
            refuseUnrunnable(machine);
            new UnattendedEnd(journal, family, clock.now()).abortLeftChildren();
            RunningExecution execution = running(start, machine, journal);
            if (family.execution().hasStarted()) {
                execution.resume(family.execution(), family, machine.timeoutSeconds(), null, null);
            } else {
                execution.start(start.input(), machine.timeoutSeconds(), null, null);
            }
            taken = true;
            return execution;
        } finally {
            if (!taken) {
                journal.close();
            }
        }
    }

    private static void refuseUnreadable(Flow flow) {
        if (!flow.runnable()) {
            throw new IllegalArgumentException(
                    "a state of the machine could not be read, or is in JSONPath");
        }
        flow.states().values().stream()
                .flatMap(state -> state.flows().stream())
                .forEach(Engine::refuseUnreadable);
    }

    private static Stream<String> resources(State state) {
        if (state instanceof TaskState task) {
            return Stream.of(task.resource());
        }
        if (state instanceof MapState map && map.itemReader() != null) {
            return Stream.of(map.itemReader().resource());
        }
        return Stream.empty();
    }

    /**
     * Completes a task that waits for its token, as SendTaskSuccess does. From any thread.
     *
     * @param output the task's result
     * @throws TaskTokenException when the token is none, or its task has ended
     */
    public void sendTaskSuccess(String token, JsonNode output) {
        if (!Payload.fits(output)) {
            throw TaskTokenException.outputTooLarge();
        }
        tokens.take(token).success(output);
    }

    /**
     * Fails a task that waits for its token, as SendTaskFailure does. From any thread.
     *
     * @throws TaskTokenException when the token is none, or its task has ended
     */
    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
        tokens.take(token).failure(error, cause);
    }

    /**
     * Says that the work on a task goes on, as SendTaskHeartbeat does: HeartbeatSeconds count anew.
     * From any thread.
     *
     * @throws TaskTokenException when the token is none, or its task has ended
     */
    public void sendTaskHeartbeat(String token) {
        tokens.find(token).heartbeat();
    }

    TaskHandler handler(String resource) {
        return handlers.of(resource);
    }

    /** Whether a Task starts one of the engine's own machines, and nobody else answers for it. */
    boolean startsItself(TaskResource resource) {
        return !machines.isEmpty()
                && resource.action().equals(TaskResource.START_EXECUTION)
                && !handlers.has(resource.arn())
                && !handlers.has(resource.action());
    }

    NestedMachines machines() {
        return machines;
    }

    TaskTokens tokens() {
        return tokens;
    }

    EngineClock clock() {
        return clock;
    }

    /** The trial that this engine is for, or null. */
    @Nullable StateTrial trial() {
        return trial;
    }

    ExecutionListener listener() {
        return listener;
    }

    TaskSlots slots() {
        return slots;
    }

    void ended(RunningExecution execution) {
        journalled.remove(execution);
    }

    /** A seed for each execution, so that others do not disturb its chance. */
    private long nextSeed() {
        synchronized (random) {
            return random.nextLong();
        }
    }

    /**
     * Lets go of the journals of executions that have not ended, so that they can be resumed
     * elsewhere, and stops the clock's threads, when the clock is the engine's own; executions then
     * stand still.
     */
    @Override
    public void close() {
        journalled.forEach(RunningExecution::letGo);
        if (ownClock != null) {
            ownClock.close();
        }
    }

    /** Sets an engine up. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable EngineClock clock;
        private RandomGenerator random = new SecureRandom();
        private final Map<String, TaskHandler> handlers = new LinkedHashMap<>();
        private final List<TaskIntegration> integrations = new ArrayList<>();
        private final Map<String, StateMachine> machines = new LinkedHashMap<>();
        private final List<ExecutionListener> listeners = new ArrayList<>();
        private final List<TaskWrapper> wrappers = new ArrayList<>();
        private @Nullable StateTrial trial;
        private @Nullable ExecutionJournals journals;
        private int taskConcurrency = Math.max(2, Runtime.getRuntime().availableProcessors());

        private Builder() {}

        /** The time to live in (default: a {@link SystemClock}, closed with the engine). */
        public Builder clock(EngineClock clock) {
            this.clock = requireNonNull(clock, "clock is null");
            return this;
        }

        /** Chance for jitter, {@code $random}, {@code $uuid} and names (default: unpredictable). */
        public Builder random(RandomGenerator random) {
            this.random = requireNonNull(random, "random is null");
            return this;
        }

        /** Who answers for a resource; the last one registered. */
        public Builder handler(String resource, TaskHandler handler) {
            handlers.put(
                    requireNonNull(resource, "resource is null"),
                    requireNonNull(handler, "handler is null"));
            return this;
        }

        /** Who answers for a family of resources; asked after handlers, in order. */
        public Builder integration(TaskIntegration integration) {
            integrations.add(requireNonNull(integration, "integration is null"));
            return this;
        }

        /**
         * A machine that Tasks may start by {@code arn:aws:states:::states:startExecution}, also
         * with {@code .sync} and {@code .sync:2}.
         */
        public Builder machine(String arn, StateMachine machine) {
            machines.put(
                    requireNonNull(arn, "arn is null"), requireNonNull(machine, "machine is null"));
            return this;
        }

        /** Puts something around every handler; the last wrapper is outermost (default: none). */
        public Builder around(TaskWrapper wrapper) {
            wrappers.add(requireNonNull(wrapper, "wrapper is null"));
            return this;
        }

        /** Adds a listener (default: none). */
        public Builder listener(ExecutionListener listener) {
            listeners.add(requireNonNull(listener, "listener is null"));
            return this;
        }

        /** Where executions are written down as they go (default: nowhere). */
        public Builder journals(ExecutionJournals journals) {
            this.journals = requireNonNull(journals, "journals is null");
            return this;
        }

        /** How many handlers are at work at once (default: the processors, at least 2). */
        public Builder taskConcurrency(int taskConcurrency) {
            if (taskConcurrency < 1) {
                throw new IllegalArgumentException(
                        "taskConcurrency is " + taskConcurrency + ", and must be at least 1");
            }
            this.taskConcurrency = taskConcurrency;
            return this;
        }

        Builder trial(StateTrial trial) {
            this.trial = trial;
            return this;
        }

        /** The engine. */
        public Engine build() {
            return new Engine(this);
        }
    }
}
