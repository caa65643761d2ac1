package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.regex.Pattern;

/** Reads Map states (specification, "Map State"). */
final class MapReader {
    private static final int LONGEST_LABEL = 40;
    private static final Pattern LABEL =
            Pattern.compile("[^\\s\\p{Cc}?*<>{}\\[\\]:;,\\\\|^~$#%&`\"]+");
    private static final List<String> MODES = List.of("INLINE", "DISTRIBUTED");
    private static final List<String> EXECUTION_TYPES = List.of("STANDARD", "EXPRESS");
    private static final List<String> ONLY_DISTRIBUTED =
            List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

    private final FlowReader flows;

    MapReader(FlowReader flows) {
        this.flows = flows;
    }

    /** The state, or null when it has no processor; says so. */
    @Nullable MapState read(Common common, Fields fields) {
        Fields processor = processor(fields);
        if (processor == null) {
            return null;
        }
        boolean distributed = isDistributed(processor);
        processor.text("Comment");
        Flow flow = flows.read(processor);
        if (!distributed) {
            ONLY_DISTRIBUTED.stream().filter(fields::has).forEach(fields::notSupported);
        }
        Template items = items(fields);
        ItemReader reader = ItemReaders.read(fields);
        StateReader.atMostOne(fields, "Items", "ItemReader");
        StateReader.atMostOne(fields, "ToleratedFailureCount", "ToleratedFailureCountPath");
        StateReader.atMostOne(
                fields, "ToleratedFailurePercentage", "ToleratedFailurePercentagePath");
        StateReader.atMostOne(fields, "MaxConcurrency", "MaxConcurrencyPath");
        MapState.Limits limits = limits(fields);
        Template selector = fields.template("ItemSelector");
        ItemBatcher batcher = batcher(fields);
        String label = label(fields);
        List<Retrier> retry = ErrorFields.retry(fields);
        List<Catcher> catchers = ErrorFields.catchers(fields);
        resultWriter(fields);
        return flow == null
                ? null
                : new MapState(
                        common,
                        items,
                        reader,
                        selector,
                        batcher,
                        flow,
                        distributed,
                        label,
                        limits,
                        retry,
                        catchers);
    }

    private static @Nullable Fields processor(Fields fields) {
        if (fields.has("Iterator")) {
            StateReader.atMostOne(fields, "ItemProcessor", "Iterator");
            fields.notImplemented("Iterator", "Rename it to ItemProcessor.");
            return null;
        }
        fields.require("ItemProcessor");
        return fields.object("ItemProcessor");
    }

    private static MapState.Limits limits(Fields fields) {
        return new MapState.Limits(
                Numbers.count(fields, "MaxConcurrency"),
                Numbers.count(fields, "ToleratedFailureCount"),
                Numbers.percentage(fields, "ToleratedFailurePercentage"));
    }

    private static @Nullable Template items(Fields fields) {
        Template items = fields.template("Items");
        if (items == null || fields.language() == QueryLanguage.JSONPATH) {
            return null;
        }
        JsonNode source = items.source();
        boolean expression = source.isString() && source.stringValue().startsWith("{%");
        if (!expression && !source.isContainer()) {
            fields.notOfType("Items", "Array");
        }
        return items;
    }

    private static boolean isDistributed(Fields processor) {
        processor.keepTo("Comment", "ProcessorConfig", "StartAt", "States");
        Fields configuration = processor.object("ProcessorConfig");
        if (configuration == null) {
            return false;
        }
        configuration.keepTo("Mode", "ExecutionType");
        boolean distributed = "DISTRIBUTED".equals(configuration.oneOf("Mode", MODES));
        String type = configuration.oneOf("ExecutionType", EXECUTION_TYPES);
        if (distributed) {
            configuration.require("ExecutionType");
            if ("EXPRESS".equals(type)) {
                configuration.notImplementedAt(
                        "ExecutionType",
                        "Children with ExecutionType EXPRESS are not implemented",
                        "Use STANDARD.");
            }
        }
        return distributed;
    }

    private static @Nullable ItemBatcher batcher(Fields fields) {
        Fields batcher = fields.object("ItemBatcher");
        if (batcher == null) {
            return null;
        }
        batcher.keepTo(Vocabulary.ITEM_BATCHER);
        StateReader.atMostOne(batcher, "MaxItemsPerBatch", "MaxItemsPerBatchPath");
        StateReader.atMostOne(batcher, "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath");
        boolean limited =
                batcher.has("MaxItemsPerBatch")
                        || batcher.has("MaxInputBytesPerBatch")
                        || batcher.has("MaxItemsPerBatchPath")
                        || batcher.has("MaxInputBytesPerBatchPath");
        if (!limited) {
            batcher.schema(
                    "At least one of these fields is required: [MaxItemsPerBatch,"
                            + " MaxInputBytesPerBatch]",
                    "Add one of them.");
        }
        return new ItemBatcher(
                Numbers.whole(batcher, "MaxItemsPerBatch", 1, Integer.MAX_VALUE),
                Numbers.whole(batcher, "MaxInputBytesPerBatch", 1, 256 << 10),
                batcher.template("BatchInput"));
    }

    private static @Nullable String label(Fields fields) {
        String label = fields.text("Label");
        if (label == null) {
            return null;
        }
        if (label.length() > LONGEST_LABEL || !LABEL.matcher(label).matches()) {
            fields.problem(
                    "Label",
                    Problem.INVALID_LABEL,
                    "Invalid Label: " + label,
                    "Use 1 to %d characters, no spaces, brackets or wildcards among them."
                            .formatted(LONGEST_LABEL));
        }
        return label;
    }

    private static void resultWriter(Fields fields) {
        Fields writer = fields.object("ResultWriter");
        if (writer == null) {
            return;
        }
        writer.keepTo(Vocabulary.RESULT_WRITER);
        fields.notImplemented("ResultWriter", "Let each child keep its own result.");
    }
}
