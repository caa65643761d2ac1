package dev.nightjar.asl.teststate;

import dev.nightjar.asl.run.StateTrial;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a test saw on the way ("InspectionData", API reference). */
final class InspectionData {
    private InspectionData() {}

    static ObjectNode of(TestedState tested, JsonNode input, StateTrial.Outcome outcome) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("input", input);
        if (outcome.arguments() != null && tested.source().has("Arguments")) {
            data.set("afterArguments", outcome.arguments());
        }
        if (outcome.result() != null) {
            data.set("result", outcome.result());
        }
        if (!outcome.variables().isEmpty()) {
            ObjectNode variables = data.putObject("variables");
            outcome.variables().forEach(variables::set);
        }
        addErrorDetails(data, outcome);
        if (outcome.map() != null) {
            addMap(data, outcome.map());
        }
        return data;
    }

    private static void addErrorDetails(ObjectNode data, StateTrial.Outcome outcome) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (outcome.catchIndex() != null) {
            details.put("catchIndex", outcome.catchIndex());
        }
        if (outcome.retryIndex() != null) {
            details.put("retryIndex", outcome.retryIndex());
        }
        if (outcome.backoffSeconds() != null) {
            details.put("retryBackoffIntervalSeconds", outcome.backoffSeconds().intValue());
        }
        if (!details.isEmpty()) {
            data.set("errorDetails", details);
        }
    }

    private static void addMap(ObjectNode data, StateTrial.MapFigures map) {
        if (map.selected() != null) {
            data.set("afterItemSelector", map.selected());
        }
        if (map.batched() != null) {
            data.set("afterItemBatcher", map.batched());
        }
        if (map.toleratedFailureCount() != null) {
            data.put("toleratedFailureCount", map.toleratedFailureCount().intValue());
        }
        if (map.toleratedFailurePercentage() != null) {
            data.put("toleratedFailurePercentage", map.toleratedFailurePercentage());
        }
        data.put("maxConcurrency", map.maxConcurrency());
    }
}
