package dev.nightjar.asl.run;

import dev.nightjar.asl.parse.MapState;

import org.jspecify.annotations.Nullable;

/**
 * How many items of a Map at once, and how many may fail ("Tolerated failure threshold", developer
 * guide).
 *
 * @param concurrency 0 for no limit
 * @param toleratedCount or null
 * @param toleratedPercentage or null
 */
record MapLimits(
        int concurrency, @Nullable Long toleratedCount, @Nullable Double toleratedPercentage) {

    static MapLimits of(MapState state, Attempt attempt) throws StateFailedException {
        MapState.Limits limits = state.limits();
        var concurrency = limits.maxConcurrency();
        var count = limits.toleratedFailureCount();
        var percentage = limits.toleratedFailurePercentage();
        return new MapLimits(
                concurrency == null ? 0 : (int) attempt.whole(concurrency, "MaxConcurrency", 0),
                count == null ? null : attempt.whole(count, "ToleratedFailureCount", 0),
                percentage == null
                        ? null
                        : attempt.percentage(percentage, "ToleratedFailurePercentage"));
    }

    int concurrencyFor(int items) {
        return concurrency == 0 ? items : Math.min(concurrency, items);
    }

    /** Whether so many failures are too many; without a tolerance, one is. */
    boolean exceededBy(int failures, int items) {
        boolean byCount = toleratedCount != null && failures > toleratedCount;
        boolean byPercentage =
                toleratedPercentage != null && failures * 100.0 > toleratedPercentage * items;
        boolean without = toleratedCount == null && toleratedPercentage == null && failures > 0;
        return byCount || byPercentage || without;
    }
}
