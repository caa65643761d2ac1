package dev.nightjar.run.bundle;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.night.InputObject;
import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.TrainingRows;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model came from.
 *
 * @param snapshotRun whose snapshot it learned from
 * @param contentDigest of the data that it learned from
 * @param partitions the window in full
 * @param inputs the objects read, pinned
 * @param exclusionsDigest of what was kept out by hand, or null
 * @param libraries versions of what learned it, by name
 */
public record Provenance(
        RunId run,
        RunId snapshotRun,
        String pipeline,
        @Nullable String owner,
        @Nullable String purpose,
        String definitionDigest,
        String contentDigest,
        List<String> partitions,
        List<InputObject> inputs,
        @Nullable String exclusionsDigest,
        TrainingRows rows,
        CandidateSettings settings,
        long seed,
        SortedMap<String, String> libraries,
        Instant trainedAt) {
    public Provenance {
        requireNonNull(run, "run is null");
        requireNonNull(snapshotRun, "snapshotRun is null");
        partitions = List.copyOf(partitions);
        inputs = List.copyOf(inputs);
        libraries = new TreeMap<>(libraries);
    }
}
