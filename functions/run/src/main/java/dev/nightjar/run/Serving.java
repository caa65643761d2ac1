package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Move;

/**
 * What serves now.
 *
 * @param etag of the pointer that was read
 */
public record Serving(Move move, String etag) {
    public Serving {
        requireNonNull(move, "move is null");
        requireNonNull(etag, "etag is null");
    }
}
