package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Reads Map states (specification, "Map State"). */
final class MapReader {
    private static final String S3_GET_OBJECT = "arn:aws:states:::s3:getObject";
    private static final int LONGEST_LABEL = 40;

    private final FlowReader flows;

    MapReader(FlowReader flows) {
        this.flows = flows;
    }

    /** The state, or null when it has no processor; says so. */
    @Nullable MapState read(Common common, Fields fields) {
        fields.notImplemented("ItemBatcher", "Let an item stand for many rows.");
        fields.notImplemented("ResultWriter", "Let each child keep its own result.");
        fields.notImplemented("Iterator", "Use ItemProcessor.");
        Fields processor = fields.object("ItemProcessor");
        if (processor == null) {
            fields.missing("ItemProcessor");
            return null;
        }
        boolean distributed = isDistributed(processor);
        processor.text("Comment");
        Flow flow = flows.read(processor);
        processor.refuseOthers();
        MapState.Limits limits =
                new MapState.Limits(
                        Numbers.count(fields, "MaxConcurrency"),
                        Numbers.count(fields, "ToleratedFailureCount"),
                        Numbers.percentage(fields, "ToleratedFailurePercentage"));
        Template items = fields.template("Items", JsonNode::isContainer, "an array or an object");
        ItemReader reader = itemReader(fields, distributed);
        if (items != null && reader != null) {
            fields.schema("Both 'Items' and 'ItemReader' are set", "Keep one of them.");
        }
        Template selector = fields.template("ItemSelector");
        String label = label(fields, distributed);
        List<Retrier> retry = ErrorFields.retry(fields);
        List<Catcher> catchers = ErrorFields.catchers(fields);
        return flow == null
                ? null
                : new MapState(
                        common,
                        items,
                        reader,
                        selector,
                        flow,
                        distributed,
                        label,
                        limits,
                        retry,
                        catchers);
    }

    private static boolean isDistributed(Fields processor) {
        Fields configuration = processor.object("ProcessorConfig");
        if (configuration == null) {
            return false;
        }
        String mode = configuration.text("Mode");
        String type = configuration.text("ExecutionType");
        configuration.refuseOthers();
        if (mode != null && !mode.equals("INLINE") && !mode.equals("DISTRIBUTED")) {
            configuration.wrongType("Mode", "INLINE or DISTRIBUTED");
        }
        boolean distributed = "DISTRIBUTED".equals(mode);
        if (distributed && type == null) {
            configuration.missing("ExecutionType");
        }
        if ("EXPRESS".equals(type)) {
            configuration.notImplementedAt(
                    "ExecutionType", "EXPRESS children are not implemented", "Use STANDARD.");
        } else if (type != null && !type.equals("STANDARD")) {
            configuration.wrongType("ExecutionType", "STANDARD or EXPRESS");
        }
        return distributed;
    }

    private static @Nullable String label(Fields fields, boolean distributed) {
        String label = fields.text("Label");
        if (label == null) {
            return null;
        }
        if (!distributed) {
            fields.schema("Field 'Label' is not supported", "Only distributed Maps have a Label.");
        }
        if (label.length() > LONGEST_LABEL
                || !label.matches("[^\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"]+")) {
            fields.wrongType(
                    "Label", "at most " + LONGEST_LABEL + " characters without special ones");
        }
        return label;
    }

    private static @Nullable ItemReader itemReader(Fields fields, boolean distributed) {
        Fields reader = fields.object("ItemReader");
        if (reader == null) {
            return null;
        }
        if (!distributed) {
            fields.schema(
                    "Field 'ItemReader' is not supported",
                    "Set ProcessorConfig.Mode to DISTRIBUTED.");
        }
        String resource = reader.requiredText("Resource");
        if (!resource.equals(S3_GET_OBJECT)) {
            reader.notImplementedAt(
                    "Resource",
                    "ItemReader of " + resource + " is not implemented",
                    "Use " + S3_GET_OBJECT + ".");
        }
        Template arguments = reader.template("Arguments");
        Template maxItems = readerConfiguration(reader);
        reader.refuseOthers();
        return new ItemReader(resource, arguments, maxItems);
    }

    private static @Nullable Template readerConfiguration(Fields reader) {
        Fields configuration = reader.object("ReaderConfig");
        if (configuration == null) {
            reader.missing("ReaderConfig");
            return null;
        }
        String type = configuration.requiredText("InputType");
        if (!type.equals("JSON")) {
            configuration.notImplementedAt(
                    "InputType", "InputType " + type + " is not implemented", "Use JSON.");
        }
        Template maxItems = Numbers.count(configuration, "MaxItems");
        for (String field :
                List.of(
                        "CSVHeaderLocation",
                        "CSVHeaders",
                        "CSVDelimiter",
                        "ItemsPointer",
                        "Transformation")) {
            configuration.notImplemented(field, "Write the items as a plain JSON array.");
        }
        configuration.refuseOthers();
        return maxItems;
    }
}
