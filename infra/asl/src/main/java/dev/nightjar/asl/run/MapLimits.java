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

    /** MaxConcurrency is evaluated on entry. */
    static int concurrency(MapState state, Attempt attempt) throws StateFailedException {
        var concurrency = state.limits().maxConcurrency();
        return concurrency == null ? 0 : (int) attempt.whole(concurrency, "MaxConcurrency", 0);
    }

    /** Tolerances are evaluated when the Map has started. */
    static MapLimits of(MapState state, Attempt attempt, int concurrency)
            throws StateFailedException {
        var count = state.limits().toleratedFailureCount();
        var percentage = state.limits().toleratedFailurePercentage();
        return new MapLimits(
                concurrency,
                count == null ? null : attempt.whole(count, "ToleratedFailureCount", 0),
                percentage == null
                        ? null
                        : attempt.percentage(percentage, "ToleratedFailurePercentage"));
    }

    static MapLimits of(JournalRecord.ItemsPinned pinned) {
        return new MapLimits(
                pinned.concurrency(),
                pinned.toleratedFailureCount(),
                pinned.toleratedFailurePercentage());
    }

    int concurrencyFor(int items) {
        return concurrency == 0 ? items : Math.min(concurrency, items);
    }

    /** Whether so many failures are too many; without a tolerance, one is. */
    boolean exceededBy(int failures, int items) {
        boolean without = toleratedCount == null && toleratedPercentage == null && failures > 0;
        return without || toleranceExceededBy(failures, items);
    }

    /** Whether so many failures are more than the document tolerates, where it says a tolerance. */
    boolean toleranceExceededBy(int failures, int items) {
        boolean byCount = toleratedCount != null && failures > toleratedCount;
        boolean byPercentage =
                toleratedPercentage != null && failures * 100.0 > toleratedPercentage * items;
        return byCount || byPercentage;
    }
}
