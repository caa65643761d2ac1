package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.CandidateSettings;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What TrainCandidate made of one point of the grid.
 *
 * @param item counted from 0, in the definition's order
 * @param metrics on validation, or on holdout where there is no validation
 * @param tribuo the model as Tribuo's protobuf, null when it could not be trained
 * @param compiled the same model as the flat artifact that scoring reads; the record alone does not
 *     hold the fitted transform
 * @param modelDigest of the compiled model, null when it could not be trained
 * @param problem why it could not be trained, or null
 */
public record TrainedCandidate(
        int item,
        CandidateSettings settings,
        long seed,
        SortedMap<String, Double> metrics,
        @Nullable StoredPart tribuo,
        @Nullable StoredPart compiled,
        @Nullable String modelDigest,
        @Nullable String problem,
        double trainingSeconds) {
    public TrainedCandidate {
        requireNonNull(settings, "settings is null");
        metrics = new TreeMap<>(metrics);
    }
}
