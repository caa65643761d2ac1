package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What every step after ClaimSlot is asked: a pointer, never rows; the step finds the rest in the
 * store.
 *
 * @param item of a Map: a candidate's index or a shard's number
 * @param round of judging, counted from 1
 */
public record StepRequest(
        RunId run, @Nullable Integer item, @Nullable Integer round, TaskContext task) {
    public StepRequest {
        requireNonNull(run, "run is null");
        requireNonNull(task, "task is null");
    }

    /** The item, which a Map always gives. */
    public int requireItem() {
        return requireNonNull(item, "the request has no item");
    }

    /** The round, 1 unless given. */
    public int roundOrFirst() {
        return round == null ? 1 : round;
    }
}
