package dev.nightjar.asl.parse;

import java.util.Set;

/**
 * The fields that one kind of object takes, by query language (specification, "State types",
 * "JSONata"; developer guide, "Transforming data with JSONata").
 *
 * @param both fields of both query languages
 * @param jsonata fields of JSONata alone
 * @param jsonPath fields of JSONPath alone
 */
record Vocabulary(Set<String> both, Set<String> jsonata, Set<String> jsonPath) {
    Vocabulary {
        both = Set.copyOf(both);
        jsonata = Set.copyOf(jsonata);
        jsonPath = Set.copyOf(jsonPath);
    }

    private static final Set<String> OUTPUT = Set.of("Output");

    static final Vocabulary PASS =
            new Vocabulary(
                    Set.of("Type", "Comment", "QueryLanguage", "Next", "End", "Assign"),
                    OUTPUT,
                    Set.of("InputPath", "OutputPath", "ResultPath", "Parameters", "Result"));

    static final Vocabulary TASK =
            new Vocabulary(
                    Set.of(
                            "Type",
                            "Comment",
                            "QueryLanguage",
                            "Next",
                            "End",
                            "Assign",
                            "Resource",
                            "TimeoutSeconds",
                            "HeartbeatSeconds",
                            "Credentials",
                            "Retry",
                            "Catch"),
                    Set.of("Arguments", "Output"),
                    Set.of(
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "Parameters",
                            "ResultSelector",
                            "TimeoutSecondsPath",
                            "HeartbeatSecondsPath"));

    static final Vocabulary CHOICE =
            new Vocabulary(
                    Set.of("Type", "Comment", "QueryLanguage", "Choices", "Default", "Assign"),
                    OUTPUT,
                    Set.of("InputPath", "OutputPath"));

    static final Vocabulary WAIT =
            new Vocabulary(
                    Set.of(
                            "Type",
                            "Comment",
                            "QueryLanguage",
                            "Next",
                            "End",
                            "Assign",
                            "Seconds",
                            "Timestamp"),
                    OUTPUT,
                    Set.of("InputPath", "OutputPath", "SecondsPath", "TimestampPath"));

    static final Vocabulary SUCCEED =
            new Vocabulary(
                    Set.of("Type", "Comment", "QueryLanguage"),
                    OUTPUT,
                    Set.of("InputPath", "OutputPath"));

    static final Vocabulary FAIL =
            new Vocabulary(
                    Set.of("Type", "Comment", "QueryLanguage", "Error", "Cause"),
                    Set.of(),
                    Set.of("ErrorPath", "CausePath"));

    static final Vocabulary PARALLEL =
            new Vocabulary(
                    Set.of(
                            "Type",
                            "Comment",
                            "QueryLanguage",
                            "Next",
                            "End",
                            "Assign",
                            "Branches",
                            "Retry",
                            "Catch"),
                    Set.of("Arguments", "Output"),
                    Set.of(
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "Parameters",
                            "ResultSelector"));

    static final Vocabulary MAP =
            new Vocabulary(
                    Set.of(
                            "Type",
                            "Comment",
                            "QueryLanguage",
                            "Next",
                            "End",
                            "Assign",
                            "ItemProcessor",
                            "Iterator",
                            "ItemReader",
                            "ItemSelector",
                            "ItemBatcher",
                            "ResultWriter",
                            "Label",
                            "MaxConcurrency",
                            "ToleratedFailureCount",
                            "ToleratedFailurePercentage",
                            "Retry",
                            "Catch"),
                    Set.of("Items", "Output"),
                    Set.of(
                            "InputPath",
                            "OutputPath",
                            "ResultPath",
                            "ItemsPath",
                            "Parameters",
                            "ResultSelector",
                            "MaxConcurrencyPath",
                            "ToleratedFailureCountPath",
                            "ToleratedFailurePercentagePath"));

    static final Vocabulary CATCHER =
            new Vocabulary(
                    Set.of("ErrorEquals", "Next", "Comment", "Assign"),
                    OUTPUT,
                    Set.of("ResultPath"));

    static final Vocabulary ITEM_READER =
            new Vocabulary(
                    Set.of("Resource", "ReaderConfig"), Set.of("Arguments"), Set.of("Parameters"));

    static final Vocabulary READER_CONFIG =
            new Vocabulary(
                    Set.of(
                            "InputType",
                            "MaxItems",
                            "CSVHeaderLocation",
                            "CSVHeaders",
                            "CSVDelimiter",
                            "ItemsPointer",
                            "Transformation",
                            "ManifestType"),
                    Set.of(),
                    Set.of("MaxItemsPath"));

    static final Vocabulary ITEM_BATCHER =
            new Vocabulary(
                    Set.of("MaxItemsPerBatch", "MaxInputBytesPerBatch", "BatchInput"),
                    Set.of(),
                    Set.of("MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"));

    static final Vocabulary RESULT_WRITER =
            new Vocabulary(
                    Set.of("Resource", "WriterConfig"), Set.of("Arguments"), Set.of("Parameters"));

    static final Vocabulary CHOICE_RULE =
            new Vocabulary(
                    Set.of("Next", "Comment", "Assign"),
                    Set.of("Condition", "Output"),
                    JsonPathChoice.FIELDS);
}
