package dev.nightjar.run;

import dev.nightjar.pipeline.window.KeyPattern;
import dev.nightjar.pipeline.window.Partition;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells which partition an object of the input belongs to. Immutable. */
public final class InputPartitions {
    private final Map<Partition, KeyPattern> patterns = new LinkedHashMap<>();

    /** The partitions of the input. */
    public InputPartitions(Inputs inputs) {
        for (Partition partition : inputs.partitions()) {
            patterns.put(partition, partition.pattern());
        }
    }

    /** The label of the object's partition, or null when the source has none. */
    public @Nullable String of(String key) {
        return patterns.entrySet().stream()
                .filter(entry -> entry.getValue().matches(key))
                .map(entry -> entry.getKey().label())
                .findFirst()
                .orElse(null);
    }
}
