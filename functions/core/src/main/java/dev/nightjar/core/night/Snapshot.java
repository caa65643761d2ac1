package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cleaned, split data of one training run: what PrepareData made.
 *
 * @param run whose snapshot it is; another attempt's, when taken over
 * @param inputs in key order
 * @param validation null when the split asks for none
 * @param byRule quarantined rows by rule
 * @param positiveShare share of the positive label among the kept rows, for binary labels
 * @param exclusionsDigest SHA-256 of the exclusions in force, or null
 * @param contentDigest over training, validation and holdout: the data that models learn from
 */
public record Snapshot(
        RunId run,
        String nonce,
        List<InputObject> inputs,
        String inputsDigest,
        @Nullable String exclusionsDigest,
        StoredPart training,
        @Nullable StoredPart validation,
        StoredPart holdout,
        StoredPart quarantine,
        StoredPart profile,
        TrainingRows rows,
        SortedMap<String, Long> byRule,
        @Nullable Double positiveShare,
        String contentDigest) {
    public Snapshot {
        requireNonNull(run, "run is null");
        requireNonNull(nonce, "nonce is null");
        inputs = List.copyOf(inputs);
        byRule = new TreeMap<>(byRule);
        requireNonNull(contentDigest, "contentDigest is null");
    }
}
