package dev.nightjar.asl.fault;

import dev.nightjar.asl.run.EngineClock;
import dev.nightjar.asl.run.TaskCall;
import dev.nightjar.asl.run.TaskFailure;
import dev.nightjar.asl.run.TaskHandler;
import dev.nightjar.asl.run.TaskWrapper;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts {@link Fault}s around the handlers of an engine, and counts which of them happened. Several
 * faults of one call lie around each other, the first one outermost. What happens depends on the
 * calls alone: attempts are counted for each execution, state and item, whatever else runs beside.
 * Safe for use by many threads.
 */
public final class FaultyTasks implements TaskWrapper {
    private static final int MORE_THAN_STATES_TAKES = (256 << 10) + 1;
    private static final int MORE_THAN_LAMBDA_TAKES = (6 << 20) + 1;

    private record Place(String execution, String state, @Nullable Integer item) {}

    private record Counted(Fault fault, AtomicLong times) {}

    private final List<Counted> faults;
    private final Map<Place, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Faults in the order in which they lie around a handler. */
    public FaultyTasks(List<Fault> faults) {
        this.faults = faults.stream().map(fault -> new Counted(fault, new AtomicLong())).toList();
    }

    @Override
    public TaskHandler around(TaskHandler handler, EngineClock clock) {
        return call -> {
            int number = countsAttemptsOf(call.stateName()) ? nextAttempt(call) : 1;
            TaskHandler faulty = handler;
            for (Counted counted : faults.reversed()) {
                if (counted.fault().target().takes(call, number)) {
                    faulty = faulty(counted, faulty, clock);
                }
            }
            return faulty.handle(call);
        };
    }

    private boolean countsAttemptsOf(String state) {
        return faults.stream()
                .map(counted -> counted.fault().target())
                .anyMatch(target -> target.attempt() != null && target.state().equals(state));
    }

    private int nextAttempt(TaskCall call) {
        Place place = new Place(call.executionId(), call.stateName(), call.mapItemIndex());
        return calls.computeIfAbsent(place, _ -> new AtomicInteger()).incrementAndGet();
    }

    private static TaskHandler faulty(Counted counted, TaskHandler handler, EngineClock clock) {
        Effect effect = counted.fault().effect();
        return call -> {
            counted.times().incrementAndGet();
            return happen(effect, handler, call, clock);
        };
    }

    private static JsonNode happen(
            Effect effect, TaskHandler handler, TaskCall call, EngineClock clock)
            throws TaskFailure, InterruptedException {
        return switch (effect) {
            case Effect.FailBefore(String error, String cause) ->
                    throw new TaskFailure(error, cause);
            case Effect.FailAfter(String error, String cause) -> {
                doUnanswered(handler, call);
                throw new TaskFailure(error, cause);
            }
            case Effect.Delay(var pause) -> {
                clock.sleep(pause);
                yield handler.handle(call);
            }
            case Effect.AnswerLate(var pause) -> {
                JsonNode answer = handler.handle(call);
                clock.sleep(pause);
                yield answer;
            }
            case Effect.AnswerTwice() -> {
                doUnanswered(handler, call);
                yield handler.handle(call);
            }
            case Effect.TooLarge(Effect.Limit limit) -> {
                handler.handle(call);
                yield tooLarge(limit);
            }
        };
    }

    /** Does the work; whoever asked hears neither of an answer nor of a failure. */
    private static void doUnanswered(TaskHandler handler, TaskCall call)
            throws InterruptedException {
        try {
            handler.handle(call);
        } catch (TaskFailure lost) {
            return;
        }
    }

    private static JsonNode tooLarge(Effect.Limit limit) throws TaskFailure {
        return switch (limit) {
            case STATES -> JsonNodeFactory.instance.stringNode("x".repeat(MORE_THAN_STATES_TAKES));
            case LAMBDA ->
                    throw new TaskFailure(
                            "Function.ResponseSizeTooLarge",
                            "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                                    .formatted(MORE_THAN_LAMBDA_TAKES, MORE_THAN_LAMBDA_TAKES - 1));
        };
    }

    /** How often each fault has happened so far, in the order in which they were given. */
    public SequencedMap<Fault, Long> fired() {
        SequencedMap<Fault, Long> fired = new LinkedHashMap<>();
        faults.forEach(counted -> fired.merge(counted.fault(), counted.times().get(), Long::sum));
        return fired;
    }

    /** The faults that have not happened so far: nobody made the call that they wait for. */
    public List<Fault> neverFired() {
        List<Fault> never = new ArrayList<>();
        fired().forEach(
                        (fault, times) -> {
                            if (times == 0) {
                                never.add(fault);
                            }
                        });
        return List.copyOf(never);
    }
}
