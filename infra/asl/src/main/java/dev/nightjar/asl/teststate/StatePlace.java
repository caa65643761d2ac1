package dev.nightjar.asl.teststate;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * A state in a document.
 *
 * @param inMap whether the processor of a Map is around it
 */
record StatePlace(ObjectNode state, boolean inMap) {

    /** The state of this name, at any depth; null where there is none. */
    static @Nullable StatePlace find(JsonNode flow, String name) {
        return find(flow, name, false);
    }

    /** Whether a state of this name is in a branch or the processor of a state. */
    static boolean isWithin(ObjectNode state, String name) {
        return inside(state, name, false) != null;
    }

    private static @Nullable StatePlace find(JsonNode flow, String name, boolean inMap) {
        JsonNode states = flow.path("States");
        if (states.get(name) instanceof ObjectNode state) {
            return new StatePlace(state, inMap);
        }
        for (Map.Entry<String, JsonNode> entry : states.properties()) {
            StatePlace inside = inside(entry.getValue(), name, inMap);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static @Nullable StatePlace inside(JsonNode state, String name, boolean inMap) {
        for (JsonNode branch : state.path("Branches")) {
            StatePlace place = find(branch, name, inMap);
            if (place != null) {
                return place;
            }
        }
        StatePlace place = find(state.path("ItemProcessor"), name, true);
        return place == null ? find(state.path("Iterator"), name, true) : place;
    }
}
