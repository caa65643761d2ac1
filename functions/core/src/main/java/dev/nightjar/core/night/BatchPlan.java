package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a scoring attempt will do: inputs pinned, rows counted, model fixed. Created once.
 *
 * @param predictedAt the batch's start, on every result row
 * @param deadline when results are due, or null
 * @param inputs in key order
 * @param headers column names of each input, in the order of the inputs; one may stand for all
 * @param inputsDigest over keys and ETags
 * @param rows of all inputs, or null when one could not be read
 */
public record BatchPlan(
        RunId run,
        String model,
        String modelDigest,
        String definitionDigest,
        Instant predictedAt,
        @Nullable Instant deadline,
        List<InputObject> inputs,
        List<List<String>> headers,
        String inputsDigest,
        @Nullable Long rows,
        List<PlannedShard> shards) {
    public BatchPlan {
        requireNonNull(run, "run is null");
        requireNonNull(model, "model is null");
        requireNonNull(modelDigest, "modelDigest is null");
        requireNonNull(definitionDigest, "definitionDigest is null");
        requireNonNull(predictedAt, "predictedAt is null");
        inputs = List.copyOf(inputs);
        headers = headers.stream().map(List::copyOf).toList();
        requireNonNull(inputsDigest, "inputsDigest is null");
        shards = List.copyOf(shards);
    }

    /** The run whose attempt holds the shard's receipt. */
    public RunId receiptRun(PlannedShard shard) {
        Integer reused = shard.reusedFrom();
        return reused == null ? run : run.withAttempt(reused);
    }
}
