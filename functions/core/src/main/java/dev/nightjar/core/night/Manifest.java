package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch publishes; prepared before the commit and created once.
 *
 * @param parts in the order of input key and range; the first is the empty part of the attempt
 * @param quarantine files of rows kept out
 * @param margin seconds left until the deadline, negative when it was missed; null without one
 */
public record Manifest(
        RunId run,
        String model,
        Instant predictedAt,
        Ledger ledger,
        int planned,
        int scored,
        int reused,
        List<StoredPart> parts,
        List<StoredPart> quarantine,
        SortedMap<String, Long> byRule,
        @Nullable Instant deadline,
        @Nullable Double margin) {
    public Manifest {
        requireNonNull(run, "run is null");
        requireNonNull(model, "model is null");
        requireNonNull(predictedAt, "predictedAt is null");
        requireNonNull(ledger, "ledger is null");
        parts = List.copyOf(parts);
        quarantine = List.copyOf(quarantine);
        byRule = new TreeMap<>(byRule);
    }
}
