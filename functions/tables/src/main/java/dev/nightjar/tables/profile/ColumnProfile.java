package dev.nightjar.tables.profile;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one column looks like.
 *
 * @param rows all rows, missing ones included
 * @param numbers for numbers and booleans
 * @param categories for categories
 */
public record ColumnProfile(
        String name,
        long rows,
        long missing,
        @Nullable Numbers numbers,
        @Nullable Categories categories) {
    public ColumnProfile {
        requireNonNull(name, "name is null");
    }

    /**
     * Numbers; without any, all but the count is NaN or empty.
     *
     * @param mean for a boolean the share of true
     * @param deviation of the population
     * @param quantiles from 0 to 1 in steps of 0.05, within 1/32 of their value
     */
    public record Numbers(
            long count,
            double least,
            double most,
            double mean,
            double deviation,
            List<Double> quantiles) {
        public Numbers {
            quantiles = List.copyOf(quantiles);
        }
    }

    /**
     * Categories.
     *
     * @param levels most frequent first
     * @param exact whether the list is complete and its counts are not too low
     * @param unseen rows with a level that the dictionary does not know
     */
    public record Categories(List<LevelCount> levels, boolean exact, long unseen) {
        public Categories {
            levels = List.copyOf(levels);
        }
    }

    /** Rows of a level. */
    public record LevelCount(String level, long rows) {
        public LevelCount {
            requireNonNull(level, "level is null");
        }
    }
}
