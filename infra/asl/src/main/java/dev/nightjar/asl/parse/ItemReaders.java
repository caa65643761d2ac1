package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Reads ItemReader ("ItemReader (Map)", developer guide). */
final class ItemReaders {
    private static final List<String> RESOURCES =
            List.of(ItemReader.GET_OBJECT, ItemReader.LIST_OBJECTS);
    private static final List<String> INPUT_TYPES =
            List.of("CSV", "JSON", "JSONL", "MANIFEST", "PARQUET");
    private static final int MOST_ITEMS = 100_000_000;

    private ItemReaders() {}

    static @Nullable ItemReader read(Fields fields) {
        Fields reader = fields.object("ItemReader");
        if (reader == null) {
            return null;
        }
        reader.keepTo(Vocabulary.ITEM_READER);
        reader.require("Resource");
        String resource = reader.textOrEmpty("Resource");
        if (reader.has("Resource") && !RESOURCES.contains(resource)) {
            reader.oneOf("Resource", RESOURCES);
        }
        boolean lists = resource.equals(ItemReader.LIST_OBJECTS);
        Template arguments = reader.template("Arguments");
        arguments(reader, lists);
        return new ItemReader(resource, arguments, configuration(reader, lists));
    }

    private static void arguments(Fields reader, boolean lists) {
        String field = reader.language() == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        JsonNode given = reader.raw(field);
        if (given == null || !given.isObject()) {
            return;
        }
        for (String name : lists ? List.of("Bucket") : List.of("Bucket", "Key")) {
            if (!given.has(name) && !given.has(name + ".$")) {
                reader.problem(
                        field,
                        "The field '" + name + "' is required but was missing",
                        "Add " + name + ".");
            }
        }
    }

    private static @Nullable Template configuration(Fields reader, boolean lists) {
        Fields configuration = reader.object("ReaderConfig");
        if (configuration == null) {
            if (!lists) {
                reader.require("ReaderConfig");
            }
            return null;
        }
        configuration.keepTo(Vocabulary.READER_CONFIG);
        StateReader.atMostOne(configuration, "MaxItems", "MaxItemsPath");
        if (!lists) {
            inputType(configuration);
        }
        for (String field : List.of("ItemsPointer", "Transformation")) {
            configuration.notImplemented(field, "Write the items as a plain JSON array.");
        }
        return Numbers.whole(configuration, "MaxItems", 0, MOST_ITEMS);
    }

    private static void inputType(Fields configuration) {
        configuration.require("InputType");
        String type = configuration.oneOf("InputType", INPUT_TYPES);
        if (type == null) {
            return;
        }
        if (type.equals("CSV")) {
            configuration.require("CSVHeaderLocation");
        }
        if (!type.equals("JSON")) {
            configuration.notImplementedAt(
                    "InputType",
                    "ReaderConfig with InputType " + type + " is not implemented",
                    "Use JSON.");
        }
    }
}
