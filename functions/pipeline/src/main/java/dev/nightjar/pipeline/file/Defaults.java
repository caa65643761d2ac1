package dev.nightjar.pipeline.file;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes out what the schema says about absent keys. */
final class Defaults {
    private final PipelineSchema schema;

    Defaults(PipelineSchema schema) {
        this.schema = schema;
    }

    /** A copy of the checked document with the schema's defaults, formats of sources merged. */
    ObjectNode filled(ObjectNode document) {
        ObjectNode filled = document.deepCopy();
        for (String machine : new String[] {"training", "scoring"}) {
            if (filled.at("/" + machine + "/source/format") instanceof ObjectNode own) {
                ObjectNode merged =
                        filled.path("format") instanceof ObjectNode common
                                ? common.deepCopy()
                                : filled.objectNode();
                merged.setAll(own);
                own.removeAll();
                own.setAll(merged);
            }
        }
        fill(filled, schema.root());
        return filled;
    }

    private void fill(ObjectNode object, JsonNode description) {
        JsonNode properties = description.path("properties");
        for (String name : properties.propertyNames()) {
            JsonNode property = properties.get(name);
            if (!object.has(name) && property.has("default")) {
                object.set(name, property.get("default").deepCopy());
            }
            fillValue(object.path(name), schema.resolved(property));
        }
        JsonNode others = description.path("additionalProperties");
        if (others.isObject()) {
            object.forEach(member -> fillValue(member, schema.resolved(others)));
        }
    }

    private void fillValue(JsonNode value, JsonNode description) {
        if (value instanceof ObjectNode object) {
            fill(object, description);
        }
    }
}
