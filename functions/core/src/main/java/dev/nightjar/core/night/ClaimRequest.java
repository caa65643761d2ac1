package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What ClaimSlot is asked: the machine's whole input.
 *
 * @param machine which machine asks
 * @param schedulerExecution id of the schedule's delivery, or null when a person started it
 * @param rerun {@code partial}, {@code complete} or {@code carry-over} when a person asks to run
 *     again, or null
 * @param release whether a person asks to release although a newer slot's model serves
 * @param model version to score with, or null for the one that serves
 * @param set overrides of the pipeline file's keys, already applied
 */
public record ClaimRequest(
        Machine machine,
        String pipeline,
        Slot slot,
        @Nullable String schedulerExecution,
        @Nullable String rerun,
        @Nullable Boolean release,
        @Nullable String model,
        @Nullable Map<String, String> set,
        Definition definition,
        TaskContext task) {
    public ClaimRequest {
        requireNonNull(machine, "machine is null");
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(slot, "slot is null");
        requireNonNull(definition, "definition is null");
        requireNonNull(task, "task is null");
        set = set == null ? null : Map.copyOf(set);
    }

    /** By hand, for an attempt that has everything as the definition says. */
    public static ClaimRequest of(
            Machine machine, Definition definition, Slot slot, TaskContext task) {
        return new ClaimRequest(
                machine,
                definition.pipeline(),
                slot,
                null,
                null,
                null,
                null,
                null,
                definition,
                task);
    }
}
