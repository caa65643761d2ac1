package dev.nightjar.local.plan;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one execution of a machine makes use of when nothing fails.
 *
 * @param calls of functions, by step
 * @param transitions every state once, those within a Map for each item
 */
record MachineUse(Map<String, Integer> calls, int transitions) {
    private static final String INVOKE = "lambda:invoke";
    private static final String RECORDER = "RecordFailure";

    MachineUse {
        calls = new TreeMap<>(calls);
    }

    /**
     * The use of a machine.
     *
     * @param machine the document
     * @param items how many items each Map has; none where it is not named
     */
    static MachineUse of(JsonNode machine, Map<String, Integer> items) {
        Map<String, Integer> calls = new TreeMap<>();
        int transitions = count(machine, 1, items, calls);
        calls.remove(RECORDER);
        return new MachineUse(calls, transitions);
    }

    private static int count(
            JsonNode flow, int times, Map<String, Integer> items, Map<String, Integer> calls) {
        int transitions = 0;
        for (Map.Entry<String, JsonNode> state : flow.path("States").properties()) {
            transitions += times;
            if (state.getValue().path("Resource").asString("").endsWith(INVOKE) && times > 0) {
                calls.merge(state.getKey(), times, Integer::sum);
            }
            JsonNode processor = state.getValue().path("ItemProcessor");
            if (processor.isObject()) {
                int each = times * items.getOrDefault(state.getKey(), 0);
                transitions += count(processor, each, items, calls);
            }
        }
        return transitions;
    }
}
