package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.MapState;
import dev.nightjar.asl.parse.Retrier;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.TaskState;
import dev.nightjar.asl.parse.Transition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One visit of one state, by the engine's own rules, up to the point where it is left, would be
 * retried, or fails; the door for {@link dev.nightjar.asl.teststate}. A retry is told, not waited
 * for; the iterations of a Map and the branches of a Parallel are not run, their mock stands for
 * them. For one use, by one thread.
 */
public final class StateTrial {

    /** What stands in for the work of a state. */
    public sealed interface Mock {
        /** It succeeded. */
        record Result(JsonNode value) implements Mock {
            public Result {
                requireNonNull(value, "value is null");
            }
        }

        /** It failed. */
        record Failure(@Nullable String error, @Nullable String cause) implements Mock {}
    }

    /**
     * What a state is visited with.
     *
     * @param variables the variables it sees
     * @param context {@code $states.context}
     * @param wholeContext whether the context stays as it is; else State and Map are added
     * @param inMap whether the state belongs to a Map's processor: it then sees item 0, its input
     * @param mock stands in for the work, or null for handlers to do it
     * @param handler does the work of a Task without a mock, or reads a Map's items; or null
     * @param earlierRetries retries that the matching Retry has made
     * @param failedIterations iterations of a Map that failed, or null
     */
    public record Setting(
            JsonNode input,
            Map<String, JsonNode> variables,
            ObjectNode context,
            boolean wholeContext,
            boolean inMap,
            @Nullable Mock mock,
            @Nullable TaskHandler handler,
            int earlierRetries,
            @Nullable Integer failedIterations) {
        public Setting {
            requireNonNull(input, "input is null");
            requireNonNull(context, "context is null");
            variables = new LinkedHashMap<>(variables);
        }
    }

    /**
     * What came of it, and what was seen on the way.
     *
     * @param left whether the state was left, by its own transition or a Catch
     * @param nextState null at an end
     * @param retryIndex the element of Retry that matched, or null
     * @param backoffSeconds what it would wait, before jitter; null when it has no attempt left
     * @param catchIndex the element of Catch that matched, or null
     * @param arguments what the task was asked, or null
     * @param result what the task answered, or null
     * @param map how the Map would have run, or null
     * @param variables after the state
     */
    public record Outcome(
            boolean left,
            @Nullable JsonNode output,
            @Nullable String nextState,
            @Nullable String error,
            @Nullable String cause,
            @Nullable Integer retryIndex,
            @Nullable Double backoffSeconds,
            @Nullable Integer catchIndex,
            @Nullable JsonNode arguments,
            @Nullable JsonNode result,
            @Nullable MapFigures map,
            Map<String, JsonNode> variables) {}

    /**
     * What a Map made of its fields.
     *
     * @param maxConcurrency 0 for no limit
     * @param selected all items as ItemSelector makes them, or null without one
     * @param batched the inputs that ItemBatcher makes of them, or null without one
     */
    public record MapFigures(
            int maxConcurrency,
            @Nullable Long toleratedFailureCount,
            @Nullable Double toleratedFailurePercentage,
            @Nullable ArrayNode selected,
            @Nullable ArrayNode batched) {}

    private final StateMachine machine;
    private final Setting setting;
    private Map<String, JsonNode> variables;
    private @Nullable Transition transition;
    private @Nullable StateFailure failure;
    private @Nullable Integer retryIndex;
    private @Nullable Double backoffSeconds;
    private @Nullable Integer catchIndex;
    private @Nullable JsonNode arguments;
    private @Nullable JsonNode result;
    private @Nullable MapFigures map;

    /** A trial of the state that the machine starts at. */
    public StateTrial(StateMachine machine, Setting setting) {
        this.machine = requireNonNull(machine, "machine is null");
        this.setting = requireNonNull(setting, "setting is null");
        this.variables = setting.variables();
    }

    /**
     * Visits the state on a virtual clock.
     *
     * @throws IllegalArgumentException when the machine cannot be run: see {@link Engine#start}
     */
    public Outcome run(VirtualClock clock, RandomGenerator random, StartRequest request)
            throws InterruptedException {
        Engine.Builder builder = Engine.builder().clock(clock).random(random).trial(this);
        State state = machine.flow().state(machine.flow().startAt());
        if (state instanceof TaskState task) {
            builder.handler(task.resource(), this::work);
        } else if (state instanceof MapState each && each.itemReader() != null) {
            builder.handler(each.itemReader().resource(), handler());
        }
        try (Engine engine = builder.build()) {
            MapItem item = setting.inMap() ? new MapItem(0, setting.input()) : null;
            return outcome(engine.start(machine, request, item).await());
        }
    }

    private Outcome outcome(ExecutionResult end) {
        StateFailure caught = end.succeeded() ? failure : null;
        return new Outcome(
                end.succeeded(),
                end.output(),
                end.succeeded() && transition instanceof Transition.To(String next) ? next : null,
                caught == null ? end.error() : caught.error(),
                caught == null ? end.cause() : caught.cause(),
                retryIndex,
                backoffSeconds,
                catchIndex,
                arguments,
                result,
                map,
                variables);
    }

    private TaskHandler handler() {
        return requireNonNull(setting.handler(), "neither a mock nor a handler");
    }

    private JsonNode work(TaskCall call) throws TaskFailure, InterruptedException {
        arguments = call.arguments();
        JsonNode answer =
                switch (setting.mock()) {
                    case null -> handler().handle(call);
                    case Mock.Result(JsonNode value) -> value;
                    case Mock.Failure(String error, String cause) ->
                            throw new TaskFailure(
                                    error == null ? ErrorName.TASK_FAILED : error, cause);
                };
        result = answer;
        return answer;
    }

    // What the engine asks on the way.

    Map<String, JsonNode> variables() {
        return setting.variables();
    }

    ObjectNode context() {
        return setting.context();
    }

    boolean wholeContext() {
        return setting.wholeContext();
    }

    /** A Map stands where it would run its iterations. */
    void map(Attempt attempt, ArrayNode items, MapItems runs, MapLimits limits)
            throws StateFailedException {
        MapState state = (MapState) attempt.run().state();
        map =
                new MapFigures(
                        limits.concurrency(),
                        limits.toleratedCount(),
                        limits.toleratedPercentage(),
                        state.itemSelector() == null
                                ? null
                                : inputs(new MapItems.Single(attempt, items, state.itemSelector())),
                        state.batcher() == null ? null : inputs(runs));
        Integer failed = setting.failedIterations();
        if (failed != null
                && setting.mock() instanceof Mock.Result
                && limits.toleranceExceededBy(failed, runs.size())) {
            attempt.fail(DistributedMap.EXCEEDED);
            return;
        }
        flows(attempt);
    }

    private static ArrayNode inputs(MapItems runs) throws StateFailedException {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode(runs.size());
        for (int i = 0; i < runs.size(); i++) {
            inputs.add(runs.input(runs.item(i)));
        }
        return inputs;
    }

    /** A state stands where it would run flows of its own. */
    void flows(Attempt attempt) throws StateFailedException {
        switch (requireNonNull(setting.mock(), "mock is null")) {
            case Mock.Result(JsonNode value) -> attempt.succeed(value);
            case Mock.Failure(String error, String cause) ->
                    attempt.fail(new StateFailure(error, cause));
        }
    }

    /** Whether the state would be tried again after a failure. */
    boolean wouldRetry(List<Retrier> retriers, StateFailure failed) {
        for (int i = 0; i < retriers.size(); i++) {
            Retrier retrier = retriers.get(i);
            if (ErrorName.matches(retrier.errorEquals(), failed.name())) {
                retryIndex = i;
                int earlier = setting.earlierRetries();
                if (earlier < retrier.maxAttempts()) {
                    backoffSeconds = retrier.delaySeconds(earlier);
                }
                return backoffSeconds != null;
            }
        }
        return false;
    }

    void caught(int index, StateFailure failed) {
        catchIndex = index;
        failure = failed;
    }

    void left(Transition to, Map<String, JsonNode> after) {
        transition = to;
        variables = after;
    }
}
