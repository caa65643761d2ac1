package dev.nightjar.cdk.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.pipeline.json.CanonicalJson;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * What a schedule sends to a machine: the whole definition, and two words that EventBridge
 * Scheduler replaces (user guide, "Adding context attributes"). Immutable.
 */
public final class ScheduleInput {
    /** More would leave a state of 256 KiB too little room for what ClaimSlot adds. */
    static final int MOST_BYTES = 128 * 1024;

    private static final String SLOT = "<aws.scheduler.scheduled-time>";
    private static final String EXECUTION = "<aws.scheduler.execution-id>";
    private static final String LONGEST_BUCKET = "b".repeat(63);

    private final Definition definition;
    private final String bucket;

    /**
     * The input for a pipeline.
     *
     * @param bucket name of the store's bucket, also as a token
     */
    public ScheduleInput(Definition definition, String bucket) {
        this.definition = requireNonNull(definition, "definition is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    /** Too large an input, in words; empty when it fits. */
    public static List<String> problems(Definition definition) {
        int bytes = new ScheduleInput(definition, LONGEST_BUCKET).text().getBytes(UTF_8).length;
        return bytes <= MOST_BYTES
                ? List.of()
                : List.of(
                        definition.pipeline()
                                + ": the schedule's input has "
                                + bytes
                                + " bytes, "
                                + MOST_BYTES
                                + " at the most; shorten lists of columns or candidates");
    }

    /** The input as canonical JSON. */
    public String text() {
        ObjectNode filled = Json.tree(definition).asObject();
        filled.put("data", dataRoot());
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("pipeline", definition.pipeline());
        input.put("slot", SLOT);
        input.put("schedulerExecution", EXECUTION);
        input.set("definition", filled);
        return CanonicalJson.text(input);
    }

    private String dataRoot() {
        String named = definition.data();
        return named == null ? "s3://" + bucket + "/data/" + definition.pipeline() + "/" : named;
    }
}
