package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.ItemReader;
import dev.nightjar.asl.parse.MapState;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Map: finds its items, then runs them inline or as children (specification, "Map State"). */
record MapBehaviour(MapState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        int concurrency = MapLimits.concurrency(state, attempt);
        ItemReader reader = state.itemReader();
        if (reader == null) {
            ArrayNode items = items(attempt);
            MapLimits limits = started(attempt, items.size(), concurrency);
            run(attempt, items, limits);
            return;
        }
        MapLimits limits = started(attempt, 0, concurrency);
        ItemReading reading =
                new ItemReading(attempt, reader, items -> run(attempt, items, limits));
        reading.start(() -> MapRunNames.of(attempt.execution(), state).mapRunArn());
    }

    /** AWS numbers a wrong tolerance as if it were found on entry. */
    private MapLimits started(Attempt attempt, int length, int concurrency)
            throws StateFailedException {
        FlowRun flow = attempt.run().flow();
        long entered = flow.lastEvent();
        attempt.run().event(EventType.MAP_STATE_STARTED, Json.object().put("length", length));
        long started = flow.lastEvent();
        flow.lastEvent(entered);
        MapLimits limits = MapLimits.of(state, attempt, concurrency);
        flow.lastEvent(started);
        return limits;
    }

    private ArrayNode items(Attempt attempt) throws StateFailedException {
        Template template = state.items();
        if (template == null) {
            if (attempt.input() instanceof ArrayNode array) {
                return array;
            }
            String message = "Map state input must be an array but was: " + attempt.input();
            throw attempt.run().evaluationFailed(ExpressionFailure.of("", message));
        }
        JsonNode value = attempt.evaluate(template, "Items");
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw attempt.run().evaluationFailed(Values.unexpected(value, template, "Items", "array"));
    }

    private void run(Attempt attempt, ArrayNode items, MapLimits limits)
            throws StateFailedException {
        MapItems selected = select(attempt, items);
        StateTrial trial = attempt.execution().engine().trial();
        if (trial != null) {
            trial.map(attempt, items, selected, limits);
            return;
        }
        attempt.run()
                .record(
                        (child, path) ->
                                new JournalRecord.ItemsPinned(
                                        child,
                                        path,
                                        selected.pinned(),
                                        selected.total(),
                                        limits.concurrency(),
                                        limits.toleratedCount(),
                                        limits.toleratedPercentage()));
        if (state.distributed()) {
            DistributedMap.start(attempt, state, selected, limits);
        } else {
            new InlineMap(attempt, state, selected, limits).start();
        }
    }

    /** The same items again, of which only those go on that have not ended. */
    @Override
    public void resume(Attempt attempt, StateImage image) throws StateFailedException {
        SubFlowsImage begun = image.subFlows();
        JournalRecord.ItemsPinned pinned = begun == null ? null : begun.items();
        if (begun == null || pinned == null) {
            begin(attempt);
            return;
        }
        MapItems items = pinned(attempt, pinned);
        MapLimits limits = MapLimits.of(pinned);
        if (state.distributed()) {
            DistributedMap.resume(attempt, state, items, limits, begun);
        } else {
            new InlineMap(attempt, state, items, limits).resume(begun);
        }
    }

    private MapItems select(Attempt attempt, ArrayNode items) throws StateFailedException {
        MapItems single = new MapItems.Single(attempt, items, state.itemSelector());
        return state.batcher() == null ? single : Batches.of(attempt, single, state.batcher());
    }

    private MapItems pinned(Attempt attempt, JournalRecord.ItemsPinned pinned) {
        return state.batcher() == null
                ? new MapItems.Single(attempt, pinned.items(), state.itemSelector())
                : Batches.of(pinned);
    }
}
