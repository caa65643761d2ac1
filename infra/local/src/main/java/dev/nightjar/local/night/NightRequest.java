package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Slot;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a machine is asked to do: its input.
 *
 * @param definition with an absolute data root
 * @param schedulerExecution id of the schedule's delivery, or null when a person asks
 * @param rerun how to run again, or null
 * @param release whether a person asks to release although a newer slot's model serves
 * @param model version to score with, or null for the one that serves
 * @param set overrides of the pipeline file, already applied
 */
public record NightRequest(
        Definition definition,
        Slot slot,
        @Nullable String schedulerExecution,
        @Nullable String rerun,
        boolean release,
        @Nullable String model,
        Map<String, String> set) {
    public NightRequest {
        requireNonNull(definition, "definition is null");
        requireNonNull(slot, "slot is null");
        set = new TreeMap<>(set);
    }

    /** The slot as a person asks for it. */
    public static NightRequest of(Definition definition, Slot slot) {
        return new NightRequest(definition, slot, null, null, false, null, Map.of());
    }

    /** The same as a schedule asks for it. */
    public NightRequest withSchedulerExecution(String id) {
        return new NightRequest(definition, slot, id, rerun, release, model, set);
    }

    /** The same, to be run again. */
    public NightRequest withRerun(@Nullable String how) {
        return new NightRequest(definition, slot, schedulerExecution, how, release, model, set);
    }

    /** The same, released also behind a newer slot's model. */
    public NightRequest withRelease(boolean asked) {
        return new NightRequest(definition, slot, schedulerExecution, rerun, asked, model, set);
    }

    /** The same with another model. */
    public NightRequest withModel(@Nullable String version) {
        return new NightRequest(definition, slot, schedulerExecution, rerun, release, version, set);
    }

    /** The same with a note of the overrides. */
    public NightRequest withSet(Map<String, String> overrides) {
        return new NightRequest(
                definition, slot, schedulerExecution, rerun, release, model, overrides);
    }
}
