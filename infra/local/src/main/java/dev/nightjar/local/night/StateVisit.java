package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A state that an execution went through.
 *
 * @param entered ISO-8601
 * @param exited ISO-8601, or null when it was not left
 * @param attempts 1, and one more for each retry; of a Map's item state those of all items
 * @param items how many items went through it, for the states within Maps, else null
 * @param error the last that was seen, or null
 * @param pausesUntil ISO-8601: when the last thing that is known of it, a pause, ends; else null
 * @param progress how far it is, for Maps, else null
 */
public record StateVisit(
        String name,
        String entered,
        @Nullable String exited,
        int attempts,
        @Nullable Integer items,
        @Nullable String error,
        @Nullable String pausesUntil,
        @Nullable MapProgress progress) {
    public StateVisit {
        requireNonNull(name, "name is null");
        requireNonNull(entered, "entered is null");
    }
}
