package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.MapState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A Map Run: each item is an execution of its own, with its own mailbox and history. Of a child
 * that has ended only its output stays.
 */
final class DistributedMap {
    /** AWS runs 10,000 children at once. */
    private static final int MOST_AT_ONCE = 10_000;

    static final StateFailure EXCEEDED =
            new StateFailure(
                    ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                    "The specified tolerated failure threshold was exceeded");

    /** "Redrive eligibility for child workflows in a Map Run", developer guide. */
    private static final int MOST_REDRIVES = 1_000;

    private final Attempt attempt;
    private final MapState state;
    private final MapItems items;
    private final MapLimits limits;
    private final MapRunNames names;
    private final MapRun mapRun;
    private final int atOnce;
    private final Set<RunningExecution> running = new LinkedHashSet<>();
    private final @Nullable JsonNode[] outputs;
    private final Map<Integer, ExecutionImage> goingOn = new HashMap<>();
    private int[] queue = {};
    private int next;
    private int ended;
    private int failures;
    private boolean failing;

    private DistributedMap(
            Attempt attempt,
            MapState state,
            MapItems items,
            MapLimits limits,
            MapRunNames names,
            MapRun mapRun) {
        this.attempt = attempt;
        this.state = state;
        this.items = items;
        this.limits = limits;
        this.names = names;
        this.mapRun = mapRun;
        this.atOnce = Math.min(MOST_AT_ONCE, limits.concurrencyFor(items.size()));
        this.outputs = new JsonNode[items.size()];
        attempt.onClose(this::close);
    }

    static void start(Attempt attempt, MapState state, MapItems items, MapLimits limits)
            throws StateFailedException {
        RunningExecution parent = attempt.execution();
        MapRunNames names = MapRunNames.of(parent, state);
        MapRun mapRun =
                new MapRun(
                        names.mapRunArn(),
                        parent.id(),
                        state.name(),
                        parent.now(),
                        limits,
                        new MapRun.Size(items.total(), items.size()));
        parent.add(mapRun);
        ObjectNode details = Json.object().put("mapRunArn", mapRun.arn());
        attempt.run().event(EventType.MAP_RUN_STARTED, details);
        new DistributedMap(attempt, state, items, limits, names, mapRun).run(Map.of());
    }

    /** Takes up a Map Run that another process began, or that is redriven. */
    static void resume(
            Attempt attempt, MapState state, MapItems items, MapLimits limits, SubFlowsImage begun)
            throws StateFailedException {
        MapRun mapRun = begun.mapRun();
        if (mapRun == null) {
            start(attempt, state, items, limits);
            return;
        }
        RunningExecution parent = attempt.execution();
        if (begun.toBeRedriven()) {
            redrive(attempt, mapRun);
        }
        MapRunNames names = MapRunNames.of(parent, state, mapRun.arn());
        new DistributedMap(attempt, state, items, limits, names, mapRun)
                .run(parent.takeChildren(mapRun.arn()));
    }

    private static void redrive(Attempt attempt, MapRun mapRun) throws StateFailedException {
        int count = mapRun.redriveCount() + 1;
        if (count > MOST_REDRIVES) {
            throw new StateFailedException(
                    ErrorName.RUNTIME,
                    "The Map Run exceeded the maximum of " + MOST_REDRIVES + " redrives.");
        }
        ObjectNode details = Json.object().put("mapRunArn", mapRun.arn());
        attempt.run().event(EventType.MAP_RUN_REDRIVEN, details.put("redriveCount", count));
        mapRun.redriven(count, attempt.execution().now());
    }

    /** Those that were under way, or are redriven, come before those that never started. */
    private void run(Map<Integer, ExecutionImage> known) throws StateFailedException {
        IntStream.Builder again = IntStream.builder();
        IntStream.Builder fresh = IntStream.builder();
        for (int i = 0; i < items.size(); i++) {
            ExecutionImage image = known.get(i);
            if (image == null) {
                fresh.add(i);
            } else if (goesOn(image)) {
                again.add(i);
                goingOn.put(i, image);
            } else {
                ended(i, requireNonNull(image.end(), "a child without an end"));
            }
        }
        queue = IntStream.concat(again.build(), fresh.build()).toArray();
        // A child's records mean nothing without those of its Map Run.
        attempt.execution().recorder().write();
        startMore();
    }

    private boolean goesOn(ExecutionImage image) {
        ExecutionResult end = image.end();
        JournalRecord.ChildStarted started = requireNonNull(image.child(), "not a child");
        if (end == null) {
            return true;
        }
        return !end.succeeded()
                && started.redrive() < mapRun.redriveCount()
                && RedriveRules.refusal(image, attempt.execution().now()) == null;
    }

    private void ended(int index, ExecutionResult result) {
        ended++;
        if (result.succeeded()) {
            outputs[index] = result.output();
        } else {
            failures += items.itemsOf(index);
        }
    }

    private void startMore() throws StateFailedException {
        if (limits.exceededBy(failures, items.total())) {
            failing = true;
            running.forEach(child -> child.abort(null, null));
            failWhenAllEnded();
            return;
        }
        while (running.size() < atOnce && next < queue.length) {
            int index = queue[next++];
            start(items.item(index), goingOn.remove(index));
        }
        if (ended == items.size()) {
            finish();
        }
    }

    private void start(MapItem item, @Nullable ExecutionImage image) throws StateFailedException {
        RunningExecution parent = attempt.execution();
        JsonNode input = image == null ? input(item) : image.input();
        int index = item.index();
        ExecutionIdentity identity = names.child(index);
        RunningExecution child =
                new RunningExecution(
                        parent.engine(),
                        identity,
                        state.processor(),
                        parent.recorder().forChild(identity.name()),
                        Seeds.ofChild(parent.seed(), mapRun.arn(), index),
                        parent.now());
        running.add(child);
        mapRun.childStarted(items.itemsOf(index));
        parent.childStarts();
        var _ =
                child.end()
                        .whenComplete(
                                (result, problem) ->
                                        parent.post(() -> ended(child, index, result, problem)));
        JournalRecord started =
                new JournalRecord.ChildStarted(
                        identity.name(),
                        mapRun.arn(),
                        index,
                        items.itemsOf(index),
                        mapRun.redriveCount());
        if (image == null) {
            child.start(input, null, item, _ -> started);
        } else {
            boolean redriven = image.end() != null;
            child.resume(image, parent.family(), null, item, redriven ? _ -> started : null);
        }
    }

    private JsonNode input(MapItem item) throws StateFailedException {
        try {
            return items.input(item);
        } catch (StateFailedException failed) {
            mapRun.stopped(MapRunStatus.FAILED, attempt.execution().now());
            throw failed;
        }
    }

    private void ended(
            RunningExecution child,
            int index,
            @Nullable ExecutionResult result,
            @Nullable Throwable problem) {
        running.remove(child);
        if (result == null) {
            throw new IllegalStateException("a child broke down", problem);
        }
        mapRun.childEnded(result.status(), items.itemsOf(index));
        attempt.execution().childEnded();
        attempt.whileOpen(
                () -> {
                    ended(index, result);
                    if (failing) {
                        failWhenAllEnded();
                    } else {
                        attempt.guard(this::startMore);
                    }
                });
    }

    private void failWhenAllEnded() {
        if (!running.isEmpty()) {
            return;
        }
        mapRun.stopped(MapRunStatus.FAILED, attempt.execution().now());
        attempt.run().event(EventType.MAP_RUN_FAILED, Json.failure(EXCEEDED));
        attempt.fail(EXCEEDED);
    }

    /** The result holds the outputs of the children that succeeded, in the order of their items. */
    private void finish() throws StateFailedException {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
        for (JsonNode output : outputs) {
            if (output != null) {
                result.add(output);
            }
        }
        mapRun.stopped(MapRunStatus.SUCCEEDED, attempt.execution().now());
        StateRun run = attempt.run();
        long before = run.flow().lastEvent();
        run.event(EventType.MAP_RUN_SUCCEEDED, Json.object());
        run.asideEvent(EventType.MAP_STATE_SUCCEEDED, Json.object());
        run.flow().lastEvent(before);
        attempt.succeed(result);
    }

    private void close() {
        mapRun.stopped(MapRunStatus.ABORTED, attempt.execution().now());
        running.forEach(child -> child.abort(null, null));
    }
}
