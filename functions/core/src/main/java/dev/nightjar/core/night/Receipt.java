package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shard was scored. Created once, first writer wins.
 *
 * @param number of the shard in its plan
 * @param quarantine null when no row was kept out
 * @param byRule quarantined rows by rule
 * @param seconds that scoring took
 */
public record Receipt(
        String shard,
        int number,
        RunId run,
        long scored,
        long quarantined,
        StoredPart part,
        @Nullable StoredPart quarantine,
        SortedMap<String, Long> byRule,
        Instant at,
        double seconds) {
    public Receipt {
        requireNonNull(shard, "shard is null");
        requireNonNull(run, "run is null");
        requireNonNull(part, "part is null");
        byRule = new TreeMap<>(byRule);
        requireNonNull(at, "at is null");
    }

    /** Rows that the splitter saw. */
    public long rows() {
        return scored + quarantined;
    }
}
