package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.expression.Template;
import dev.nightjar.asl.parse.ItemReader;
import dev.nightjar.asl.parse.MapState;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Map: finds its items, then runs them inline or as children. */
record MapBehaviour(MapState state) implements Behaviour {
    @Override
    public void begin(Attempt attempt) throws StateFailedException {
        ItemReader reader = state.itemReader();
        if (reader != null) {
            MapLimits limits = MapLimits.of(state, attempt);
            started(attempt, 0);
            new ItemReading(attempt, reader, items -> run(attempt, items, limits)).start();
            return;
        }
        ArrayNode items = items(attempt);
        MapLimits limits = MapLimits.of(state, attempt);
        started(attempt, state.distributed() ? 0 : items.size());
        run(attempt, items, limits);
    }

    private static void started(Attempt attempt, int length) {
        attempt.run().event(EventType.MAP_STATE_STARTED, Json.object().put("length", length));
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
        MapItems selected = new MapItems(attempt, items, state.itemSelector());
        if (state.distributed()) {
            new DistributedMap(attempt, state, selected, limits).start();
        } else {
            new InlineMap(attempt, state, selected, limits).start();
        }
    }
}
