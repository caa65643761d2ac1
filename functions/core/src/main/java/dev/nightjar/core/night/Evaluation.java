package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What EvaluateCandidates decided in one round.
 *
 * @param item of the candidate that was judged best
 * @param version that the challenger was given
 * @param metrics of the challenger on holdout
 * @param champion the version that served, or null
 * @param championMetrics on the very same rows; empty when nothing served
 * @param pointerEtag of the pointer judged against, or null when there was none
 * @param hint a likely cause of a closed gate, for people, or null
 */
public record Evaluation(
        int round,
        int item,
        String version,
        String modelDigest,
        SortedMap<String, Double> metrics,
        @Nullable String champion,
        SortedMap<String, Double> championMetrics,
        @Nullable String pointerEtag,
        Verdict verdict,
        Curves curves,
        @Nullable String hint) {
    public Evaluation {
        requireNonNull(version, "version is null");
        requireNonNull(modelDigest, "modelDigest is null");
        metrics = new TreeMap<>(metrics);
        championMetrics = new TreeMap<>(championMetrics);
        requireNonNull(verdict, "verdict is null");
        requireNonNull(curves, "curves is null");
    }
}
