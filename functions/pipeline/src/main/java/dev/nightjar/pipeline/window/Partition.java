package dev.nightjar.pipeline.window;

import static java.util.Objects.requireNonNull;

/**
 * One folder of a window.
 *
 * @param label {@code 2026-11-02}, {@code 2026-11-02T04}, or {@code all} for a path without dates
 * @param path the source's path with date and hour filled in
 */
public record Partition(String label, String path) {
    /** The label of what has no date. */
    public static final String ALL = "all";

    public Partition {
        requireNonNull(label, "label is null");
        requireNonNull(path, "path is null");
    }

    /** The keys that belong to it. */
    public KeyPattern pattern() {
        return KeyPattern.of(path);
    }
}
