package dev.nightjar.asl.run;

import dev.nightjar.asl.ErrorName;
import dev.nightjar.asl.parse.MapState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A Map Run: each item is an execution of its own, with its own mailbox and history. Of a child
 * that has ended only its output stays.
 */
final class DistributedMap {
    /** AWS runs 10,000 children at once. */
    private static final int MOST_AT_ONCE = 10_000;

    private final Attempt attempt;
    private final MapState state;
    private final MapItems items;
    private final MapLimits limits;
    private final MapRunNames names;
    private final Set<RunningExecution> running = new LinkedHashSet<>();
    private final @Nullable JsonNode[] outputs;
    private int next;
    private int ended;
    private int failures;

    DistributedMap(Attempt attempt, MapState state, MapItems items, MapLimits limits) {
        this.attempt = attempt;
        this.state = state;
        this.items = items;
        this.limits = limits;
        this.names = MapRunNames.of(attempt.execution(), state);
        this.outputs = new JsonNode[items.size()];
        attempt.onClose(() -> running.forEach(child -> child.abort(null, null)));
    }

    void start() throws StateFailedException {
        ObjectNode details = Json.object().put("mapRunArn", names.mapRunArn());
        attempt.run().event(EventType.MAP_RUN_STARTED, details);
        int atOnce = Math.min(MOST_AT_ONCE, limits.concurrencyFor(items.size()));
        for (int i = 0; i < atOnce; i++) {
            startNext();
        }
        if (items.size() == 0) {
            finish();
        }
    }

    private void startNext() throws StateFailedException {
        if (next == items.size()) {
            return;
        }
        MapItem item = items.item(next++);
        JsonNode input = items.input(item);
        RunningExecution parent = attempt.execution();
        RunningExecution child =
                new RunningExecution(
                        parent.engine(),
                        names.child(item.index()),
                        state.processor(),
                        parent.redriveCount(),
                        false);
        running.add(child);
        var _ =
                child.end()
                        .whenComplete(
                                (result, problem) ->
                                        parent.post(
                                                () ->
                                                        attempt.whileOpen(
                                                                () ->
                                                                        ended(
                                                                                child, item, result,
                                                                                problem))));
        child.start(input, null, item);
    }

    private void ended(
            RunningExecution child,
            MapItem item,
            @Nullable ExecutionResult result,
            @Nullable Throwable problem) {
        running.remove(child);
        if (result == null) {
            throw new IllegalStateException("a child broke down", problem);
        }
        ended++;
        if (result.succeeded()) {
            outputs[item.index()] = result.output();
        } else {
            failures++;
        }
        if (limits.exceededBy(failures, items.size())) {
            failed();
            return;
        }
        attempt.guard(
                () -> {
                    if (ended == items.size()) {
                        finish();
                    } else {
                        startNext();
                    }
                });
    }

    private void failed() {
        StateFailure failure =
                new StateFailure(
                        ErrorName.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                        "The specified tolerated failure threshold was exceeded");
        attempt.run().event(EventType.MAP_RUN_FAILED, Json.failure(failure));
        attempt.fail(failure);
    }

    /** The result holds the outputs of the children that succeeded, in the order of their items. */
    private void finish() throws StateFailedException {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
        for (JsonNode output : outputs) {
            if (output != null) {
                result.add(output);
            }
        }
        StateRun run = attempt.run();
        long before = run.flow().lastEvent();
        run.event(EventType.MAP_RUN_SUCCEEDED, Json.object());
        run.asideEvent(EventType.MAP_STATE_SUCCEEDED, Json.object());
        run.flow().lastEvent(before);
        attempt.succeed(result);
    }
}
