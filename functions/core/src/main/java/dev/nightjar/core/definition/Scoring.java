package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is scored, when and by when.
 *
 * @param deadline local time of the day ({@code HH:mm}) in the schedule's zone, or null
 */
public record Scoring(
        Source source,
        @Nullable Schedule schedule,
        @Nullable String deadline,
        Shards shards,
        Rerun rerun,
        Late late,
        Unfit unfit) {
    public Scoring {
        requireNonNull(source, "source is null");
        requireNonNull(shards, "shards is null");
        requireNonNull(rerun, "rerun is null");
        requireNonNull(late, "late is null");
        requireNonNull(unfit, "unfit is null");
    }
}
