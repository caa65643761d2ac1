package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.MapState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** A Map whose iterations are part of its own execution; the first that fails, fails it. */
final class InlineMap implements FlowEnd {
    /** AWS runs 40 iterations of an inline Map at once. */
    private static final int MOST_AT_ONCE = 40;

    private final Attempt attempt;
    private final MapState state;
    private final MapItems items;
    private final int concurrency;
    private final Map<FlowRun, Integer> running = new LinkedHashMap<>();
    private final @Nullable JsonNode[] outputs;
    private long startedEvent;
    private int next;
    private int ended;

    InlineMap(Attempt attempt, MapState state, MapItems items, MapLimits limits) {
        this.attempt = attempt;
        this.state = state;
        this.items = items;
        this.concurrency = Math.min(MOST_AT_ONCE, limits.concurrencyFor(items.size()));
        this.outputs = new JsonNode[items.size()];
        attempt.onClose(() -> running.keySet().forEach(FlowRun::stop));
    }

    void start() throws StateFailedException {
        startedEvent = attempt.run().flow().lastEvent();
        startMore(startedEvent);
    }

    /** Takes up the iterations that another process began and did not end. */
    void resume(SubFlowsImage begun) throws StateFailedException {
        startedEvent = begun.startedEvent();
        for (int i = 0; i < items.size(); i++) {
            FlowImage image = begun.flow(i);
            if (image == null) {
                break;
            }
            next = i + 1;
            resume(items.item(i), image);
        }
        startMore(startedEvent);
    }

    private void resume(MapItem item, FlowImage image) throws StateFailedException {
        if (image.hasEnded()) {
            outputs[item.index()] = image.output();
            ended++;
            return;
        }
        JsonNode input = image.isNew() ? items.input(item) : null;
        FlowRun run = iteration(item);
        if (input == null) {
            run.resume(image);
        } else {
            run.start(input, image.lastEvent());
        }
    }

    private void startMore(long previousEvent) throws StateFailedException {
        if (ended == items.size()) {
            finish();
            return;
        }
        while (running.size() < concurrency && next < items.size()) {
            MapItem item = items.item(next++);
            JsonNode input = items.input(item);
            FlowRun run = iteration(item);
            EventType type = EventType.MAP_ITERATION_STARTED;
            run.start(input, event(run.path(), type, item.index(), previousEvent));
        }
    }

    private FlowRun iteration(MapItem item) {
        FlowRun parent = attempt.run().flow();
        FlowRun run =
                new FlowRun(
                        attempt.execution(),
                        state.processor(),
                        FlowPaths.of(parent.path(), startedEvent, item.index()),
                        parent.variables(),
                        item,
                        this);
        running.put(run, item.index());
        return run;
    }

    private long event(String path, EventType type, int index, long previousEvent) {
        ObjectNode details = Json.object().put("name", state.name()).put("index", index);
        return attempt.execution()
                .event(path, type, previousEvent, state.name(), details, null)
                .id();
    }

    private long event(EventType type, int index, long previousEvent) {
        return event(attempt.run().flow().path(), type, index, previousEvent);
    }

    @Override
    public void succeeded(FlowRun run, JsonNode output) {
        int index = endOf(run);
        outputs[index] = output;
        ended++;
        long succeeded = event(EventType.MAP_ITERATION_SUCCEEDED, index, run.lastEvent());
        attempt.run().flow().lastEvent(succeeded);
        attempt.guard(() -> startMore(run.lastEvent()));
    }

    @Override
    public void failed(FlowRun run, StateFailure failure) {
        long failed = run.lastEvent();
        event(EventType.MAP_ITERATION_FAILED, endOf(run), failed);
        run.tellOfFailedTask();
        running.forEach(
                (other, index) -> {
                    event(EventType.MAP_ITERATION_ABORTED, index, failed);
                    other.stopAfter(failed);
                });
        attempt.run().flow().lastEvent(failed);
        attempt.fail(failure);
    }

    private int endOf(FlowRun run) {
        Integer index = running.remove(run);
        if (index == null) {
            throw new IllegalStateException("an iteration ended twice");
        }
        return index;
    }

    private void finish() throws StateFailedException {
        ArrayNode result = JsonNodeFactory.instance.arrayNode(outputs.length);
        for (JsonNode output : outputs) {
            result.add(output);
        }
        attempt.run().asideEvent(EventType.MAP_STATE_SUCCEEDED, Json.object());
        attempt.succeed(result);
    }
}
