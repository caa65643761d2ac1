package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param path relative to the data root, with {@code {date}}, {@code {hour}} and {@code *}
 * @param window ISO-8601 period ({@code P90D}) or duration ({@code PT6H}); null without partitions
 * @param includeSlot whether the window ends with the slot's own partition instead of before it
 * @param format overrides the pipeline's
 */
public record Source(
        String path, @Nullable String window, boolean includeSlot, @Nullable Format format) {
    public Source {
        requireNonNull(path, "path is null");
    }
}
