package dev.nightjar.asl.generated;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** Breaks a document in one place. */
final class Mutation {
    private static final List<String> FIELDS =
            List.of(
                    "Next",
                    "End",
                    "Type",
                    "StartAt",
                    "States",
                    "Arguments",
                    "Output",
                    "Assign",
                    "Items",
                    "Retry",
                    "Catch",
                    "Choices",
                    "Branches",
                    "ItemProcessor",
                    "ItemReader",
                    "ItemBatcher",
                    "TimeoutSeconds",
                    "HeartbeatSeconds",
                    "Seconds",
                    "InputPath",
                    "Parameters",
                    "QueryLanguage",
                    "Label",
                    "Error");

    private final Chance chance;

    Mutation(Chance chance) {
        this.chance = chance;
    }

    void apply(ObjectNode document) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(document, objects);
        ObjectNode object = chance.of(objects);
        List<String> fields = List.copyOf(object.propertyNames());
        if (fields.isEmpty()) {
            object.set(chance.of(FIELDS), anything());
            return;
        }
        String field = chance.of(fields);
        switch (chance.below(7)) {
            case 0 -> object.remove(field);
            case 1 -> object.set(chance.of(FIELDS), object.get(field).deepCopy());
            case 2 -> object.set(field + "s", object.remove(field));
            case 3, 4 -> object.set(field, anything());
            case 5 -> object.set(chance.of(FIELDS), anything());
            default -> object.set(field, nested(object.get(field)));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode anything() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (chance.below(9)) {
            case 0 -> json.numberNode(-1);
            case 1 -> json.numberNode(1e300);
            case 2 -> json.stringNode("");
            case 3 -> json.stringNode(chance.garbage());
            case 4 -> json.stringNode("{%" + chance.garbage() + "%}");
            case 5 -> json.booleanNode(chance.percent(50));
            case 6 -> json.arrayNode().add(json.stringNode("S0"));
            case 7 -> json.objectNode();
            default -> json.nullNode();
        };
    }

    private JsonNode nested(JsonNode inside) {
        JsonNode node = inside;
        for (int left = chance.percent(10) ? 300 + chance.below(600) : 3; left > 0; left--) {
            ArrayNode around = JsonNodeFactory.instance.arrayNode();
            node = around.add(node);
        }
        return node;
    }

    /** Breaks the text itself. */
    String apply(String text) {
        int at = chance.below(text.length());
        return switch (chance.below(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + chance.garbage() + text.substring(at);
            default -> text + text;
        };
    }
}
