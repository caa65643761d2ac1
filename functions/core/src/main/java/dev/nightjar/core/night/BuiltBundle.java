package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

/**
 * What BuildBundle made.
 *
 * @param digestsSha256 of digests.json, which names every other object of the bundle
 * @param bytes of all objects
 * @param goldenRows that were scored by both models
 * @param largestDifference between the compiled model and Tribuo's, on golden and holdout rows
 */
public record BuiltBundle(
        String version,
        String digestsSha256,
        long bytes,
        int goldenRows,
        double largestDifference,
        String keyId) {
    public BuiltBundle {
        requireNonNull(version, "version is null");
        requireNonNull(digestsSha256, "digestsSha256 is null");
    }
}
