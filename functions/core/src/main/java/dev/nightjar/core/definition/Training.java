package dev.nightjar.core.definition;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is trained, when and from what.
 *
 * @param candidates the whole grid, point by point; at least one
 * @param objective name of the metric that chooses the challenger
 */
public record Training(
        Source source,
        @Nullable Schedule schedule,
        Split split,
        List<CandidateSettings> candidates,
        String objective) {
    public Training {
        requireNonNull(source, "source is null");
        requireNonNull(split, "split is null");
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidate");
        }
        requireNonNull(objective, "objective is null");
    }
}
