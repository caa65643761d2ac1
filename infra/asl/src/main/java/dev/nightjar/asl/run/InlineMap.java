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
        if (items.size() == 0) {
            finish();
            return;
        }
        long started = attempt.run().flow().lastEvent();
        for (int i = 0; i < concurrency; i++) {
            startNext(started);
        }
    }

    private void startNext(long previousEvent) throws StateFailedException {
        if (next == items.size()) {
            return;
        }
        MapItem item = items.item(next++);
        JsonNode input = items.input(item);
        FlowRun parent = attempt.run().flow();
        FlowRun run =
                new FlowRun(attempt.execution(), state.processor(), parent.variables(), item, this);
        running.put(run, item.index());
        run.start(input, event(EventType.MAP_ITERATION_STARTED, item.index(), previousEvent));
    }

    private long event(EventType type, int index, long previousEvent) {
        ObjectNode details = Json.object().put("name", state.name()).put("index", index);
        return attempt.execution().event(type, previousEvent, state.name(), details);
    }

    @Override
    public void succeeded(FlowRun run, JsonNode output) {
        int index = endOf(run);
        outputs[index] = output;
        ended++;
        long succeeded = event(EventType.MAP_ITERATION_SUCCEEDED, index, run.lastEvent());
        attempt.run().flow().lastEvent(succeeded);
        attempt.guard(
                () -> {
                    if (ended == items.size()) {
                        finish();
                    } else {
                        startNext(run.lastEvent());
                    }
                });
    }

    @Override
    public void failed(FlowRun run, StateFailure failure) {
        event(EventType.MAP_ITERATION_FAILED, endOf(run), run.lastEvent());
        attempt.run().flow().lastEvent(run.lastEvent());
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
