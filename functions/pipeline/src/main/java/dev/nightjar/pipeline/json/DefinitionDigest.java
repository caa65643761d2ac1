package dev.nightjar.pipeline.json;

import dev.nightjar.core.definition.Definition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What two runs compare to know that they do the same. Left out is what changes no result: owner,
 * purpose, service, both schedules, the data root and {@code scoring.shards.concurrency}.
 */
public final class DefinitionDigest {
    private static final List<String> OUTSIDE = List.of("owner", "purpose", "service", "data");

    private DefinitionDigest() {}

    /** SHA-256 in hexadecimal digits of the canonical JSON of what matters in the definition. */
    public static String of(Definition definition) {
        ObjectNode tree = Json.tree(definition).deepCopy().asObject();
        tree.remove(OUTSIDE);
        remove(tree.path("training"), "schedule");
        remove(tree.path("scoring"), "schedule");
        remove(tree.path("scoring").path("shards"), "concurrency");
        return Digests.ofJson(tree);
    }

    private static void remove(JsonNode parent, String name) {
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        }
    }
}
