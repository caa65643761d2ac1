package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.parse.Flow;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.TaskState;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
    private final Map<String, TaskHandler> handlers;
    private final ExecutionListener listener;
    private final TaskSlots slots;

    private Engine(Builder builder) {
        this.ownClock = builder.clock == null ? new SystemClock() : null;
        this.clock = builder.clock == null ? requireNonNull(ownClock) : builder.clock;
        this.random = builder.random;
        this.handlers = Map.copyOf(builder.handlers);
        this.listener = new Listeners(builder.listeners);
        this.slots = new TaskSlots(builder.taskConcurrency);
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
     */
    public Execution start(StateMachine machine, StartRequest request) {
        requireNonNull(request, "request is null");
        if (!Payload.fits(request.input())) {
            throw new IllegalArgumentException("the input is larger than 256 KiB");
        }
        refuseUnreadable(machine.flow());
        machine.allStates().flatMap(Engine::resources).forEach(this::handler);
        ExecutionIdentity identity =
                new ExecutionIdentity(
                        request.executionArn(), request.name(), request.stateMachineArn(), null);
        RunningExecution execution =
                new RunningExecution(this, identity, machine.flow(), request.redriveCount(), true);
        execution.start(request.input(), machine.timeoutSeconds(), null);
        return execution;
    }

    private static void refuseUnreadable(Flow flow) {
        if (!flow.complete()) {
            throw new IllegalArgumentException("a state of the machine could not be read");
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

    TaskHandler handler(String resource) {
        TaskHandler handler = handlers.get(resource);
        if (handler == null) {
            throw new IllegalArgumentException(
                    "no handler is registered for the resource " + resource);
        }
        return handler;
    }

    EngineClock clock() {
        return clock;
    }

    ExecutionListener listener() {
        return listener;
    }

    TaskSlots slots() {
        return slots;
    }

    /** Chance of its own for an execution, so that others do not disturb it. */
    RandomGenerator newRandom() {
        synchronized (random) {
            return new SplittableRandom(random.nextLong());
        }
    }

    /**
     * Stops the clock's threads, when the clock is the engine's own; executions then stand still.
     */
    @Override
    public void close() {
        if (ownClock != null) {
            ownClock.close();
        }
    }

    /** Sets an engine up. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable EngineClock clock;
        private RandomGenerator random = new SecureRandom();
        private final Map<String, TaskHandler> handlers = new LinkedHashMap<>();
        private final List<ExecutionListener> listeners = new ArrayList<>();
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

        /** Adds a listener (default: none). */
        public Builder listener(ExecutionListener listener) {
            listeners.add(requireNonNull(listener, "listener is null"));
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

        /** The engine. */
        public Engine build() {
            return new Engine(this);
        }
    }
}
