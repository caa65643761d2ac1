package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One mini-batch of the plan.
 *
 * @param number counted from 1, in input order; the item of the Map
 * @param shard id: a hash of key, ETag, range, model digest and definition digest
 * @param input index of its object in the plan's inputs, from 0
 * @param from first byte of the object
 * @param to end, exclusive
 * @param whole whether it is the whole object, header and all (packed objects are never cut)
 * @param rows counted by the plan, or null when the object could not be read
 * @param firstLine of the object that the range starts on, from 1
 * @param firstRecord number of the range's first record within its object, from 0
 * @param reusedFrom attempt whose receipt it reuses, or null
 */
public record PlannedShard(
        int number,
        String shard,
        int input,
        long from,
        long to,
        boolean whole,
        @Nullable Long rows,
        long firstLine,
        long firstRecord,
        @Nullable Integer reusedFrom) {
    public PlannedShard {
        requireNonNull(shard, "shard is null");
    }
}
