package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What a Map runs its processor for: each item, or each batch of items. An item is given as it is,
 * or as ItemSelector makes it.
 */
interface MapItems {

    /** How many runs of the processor there are. */
    int size();

    /** How many items all of them have. */
    int total();

    /** How many items one run has. */
    int itemsOf(int index);

    /** What {@code $states.context.Map.Item} is in a run. */
    MapItem item(int index);

    /** What a journal keeps, so that the runs stay the same: an element for each. */
    ArrayNode pinned();

    /** The input of a run. */
    JsonNode input(MapItem item) throws StateFailedException;

    /** One run for each item. */
    record Single(Attempt attempt, ArrayNode items, @Nullable Template selector)
            implements MapItems {
        @Override
        public int size() {
            return items.size();
        }

        @Override
        public int total() {
            return items.size();
        }

        @Override
        public int itemsOf(int index) {
            return 1;
        }

        @Override
        public MapItem item(int index) {
            return new MapItem(index, items.get(index));
        }

        @Override
        public ArrayNode pinned() {
            return items;
        }

        @Override
        public JsonNode input(MapItem item) throws StateFailedException {
            return selector == null
                    ? item.value()
                    : attempt.evaluateFor(item, selector, "ItemSelector");
        }
    }
}
