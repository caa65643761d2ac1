package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The items of a Map, and what their processor gets: the item itself, or its ItemSelector. */
record MapItems(Attempt attempt, ArrayNode items, @Nullable Template selector) {

    int size() {
        return items.size();
    }

    MapItem item(int index) {
        return new MapItem(index, items.get(index));
    }

    JsonNode input(MapItem item) throws StateFailedException {
        return selector == null
                ? item.value()
                : attempt.evaluateFor(item, selector, "ItemSelector");
    }
}
