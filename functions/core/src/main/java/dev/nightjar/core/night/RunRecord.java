package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * {@code run.json}: what a run was asked to do; created once.
 *
 * @param definitionDigest over the definition without what does not change the work
 * @param partitions the window in full, oldest first
 * @param set overrides of the pipeline file's keys
 * @param rerun what a person asked for: {@code partial}, {@code complete}, ... or null
 * @param release whether a person asked to release an older slot's model
 * @param model the version to score with, when asked for
 */
public record RunRecord(
        RunId run,
        String execution,
        StartedBy startedBy,
        Instant startedAt,
        Definition definition,
        String definitionDigest,
        List<String> partitions,
        Map<String, String> set,
        @Nullable String rerun,
        boolean release,
        @Nullable String model) {
    public RunRecord {
        requireNonNull(run, "run is null");
        requireNonNull(execution, "execution is null");
        requireNonNull(startedBy, "startedBy is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(definitionDigest, "definitionDigest is null");
        partitions = List.copyOf(partitions);
        set = Map.copyOf(set);
    }
}
