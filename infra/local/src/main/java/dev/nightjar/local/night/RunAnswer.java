package dev.nightjar.local.night;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One run in full: the document of {@code run --json}.
 *
 * @param model the version that it made or scored with, or null
 * @param shards empty for a training
 * @param report path, or null
 * @param folder what the run wrote, or null
 * @param dismissed who said that it needs nobody any more, or null
 */
public record RunAnswer(
        String run,
        String pipeline,
        String machine,
        String slot,
        int attempt,
        String outcome,
        String startedAt,
        @Nullable Double elapsedSeconds,
        @Nullable String model,
        String startedBy,
        List<String> partitions,
        List<StateVisit> states,
        List<Shard> shards,
        List<Failure> failures,
        ScoreAnswer.@Nullable Rows rows,
        @Nullable String folder,
        @Nullable String report,
        @Nullable Dismissed dismissed) {
    /** Who said that the run needs nobody any more, why and when. */
    public record Dismissed(String by, String why, String at) {}

    /**
     * A mini-batch.
     *
     * @param shard its id
     * @param number from 1
     * @param state scored, reused, running or open
     * @param attempts how often it was tried in this run
     * @param rows counted by the plan, or null when its object could not be read
     */
    public record Shard(
            String shard,
            int number,
            String input,
            String state,
            int attempts,
            @Nullable Long rows,
            @Nullable Long scored,
            @Nullable Long quarantined) {}

    /** A failure with the path of its record. */
    public record Failure(
            String state,
            @Nullable Integer item,
            String errorClass,
            String error,
            String cause,
            @Nullable String component,
            String at,
            String record) {}

    public RunAnswer {
        partitions = List.copyOf(partitions);
        states = List.copyOf(states);
        shards = List.copyOf(shards);
        failures = List.copyOf(failures);
    }
}
