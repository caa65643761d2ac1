package dev.nightjar.run.bundle;

import static java.util.Objects.requireNonNull;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is signed: every object of the bundle by length and digest, and what the bundle is for.
 *
 * @param format of the bundle; a loader names both when it knows another
 * @param files by name
 */
public record BundleDigests(
        int format, String pipeline, String version, SortedMap<String, FileDigest> files) {
    /** The format that is written and read today. */
    public static final int FORMAT = 1;

    /**
     * One object.
     *
     * @param size in bytes
     */
    public record FileDigest(long size, String sha256) {}

    public BundleDigests {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(version, "version is null");
        files = new TreeMap<>(files);
    }
}
