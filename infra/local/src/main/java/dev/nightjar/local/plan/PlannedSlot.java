package dev.nightjar.local.plan;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A slot to come.
 *
 * @param slot ISO-8601
 * @param local on the schedule's wall clock
 * @param offset what that clock is ahead of UTC then
 * @param deadline ISO-8601, or null
 * @param partitions what it reads, in full and oldest first
 */
public record PlannedSlot(
        String slot,
        String local,
        String offset,
        @Nullable String deadline,
        List<String> partitions) {
    public PlannedSlot {
        requireNonNull(slot, "slot is null");
        requireNonNull(local, "local is null");
        requireNonNull(offset, "offset is null");
        partitions = List.copyOf(partitions);
    }
}
