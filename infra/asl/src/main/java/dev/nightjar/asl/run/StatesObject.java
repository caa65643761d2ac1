package dev.nightjar.asl.run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** The reserved variable {@code $states} (specification, "Reserved variable: $states"). */
final class StatesObject {
    private StatesObject() {}

    /** Input and context of a visit; the caller adds result or errorOutput. */
    static ObjectNode of(StateRun run, @Nullable MapItem item) {
        ObjectNode state = Json.object();
        state.put("EnteredTime", Json.time(run.enteredAt()));
        state.put("Name", run.state().name());
        state.put("RetryCount", run.retries());
        ObjectNode context = Json.object();
        context.setAll(run.execution().context());
        context.set("State", state);
        if (item != null) {
            ObjectNode element = Json.object();
            element.put("Index", item.index());
            element.set("Value", item.value());
            context.set("Map", Json.object("Item", element));
        }
        ObjectNode states = Json.object("input", run.input());
        states.set("context", context);
        return states;
    }
}
