package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One move of the pointer. {@code serving.json} holds the newest; the journal holds all.
 *
 * @param n counted from 1, without a gap
 * @param model the version that serves from then on
 * @param previous the version that served before, or null
 * @param by who moved it: {@code gates} or a person
 * @param run the run that moved it, or null when a person did
 * @param slot the slot that the model learned for
 */
public record Move(
        int n,
        String model,
        @Nullable String previous,
        String by,
        String why,
        @Nullable RunId run,
        Slot slot,
        Instant at) {
    public Move {
        if (n < 1) {
            throw new IllegalArgumentException("moves count from 1, not " + n);
        }
        requireNonNull(model, "model is null");
        requireNonNull(by, "by is null");
        requireNonNull(why, "why is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(at, "at is null");
    }
}
