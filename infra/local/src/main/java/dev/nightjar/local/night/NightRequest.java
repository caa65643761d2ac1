package dev.nightjar.local.night;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

    /** What a machine was asked with this input. */
    static NightRequest read(JsonNode input) {
        Map<String, String> set = new TreeMap<>();
        input.path("set").properties().forEach(each -> set.put(each.getKey(), text(each)));
        return new NightRequest(
                Json.read(input.required("definition"), Definition.class),
                Slot.parse(input.required("slot").asString()),
                text(input, "schedulerExecution"),
                text(input, "rerun"),
                input.path("release").asBoolean(false),
                text(input, "model"),
                set);
    }

    private static String text(Map.Entry<String, JsonNode> field) {
        return field.getValue().asString();
    }

    private static @Nullable String text(JsonNode input, String name) {
        JsonNode value = input.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    /** The input of a machine that is asked this. */
    ObjectNode input() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.put("pipeline", definition.pipeline());
        input.put("slot", slot.time().toString());
        putIfGiven(input, "schedulerExecution", schedulerExecution);
        putIfGiven(input, "rerun", rerun);
        if (release) {
            input.put("release", true);
        }
        putIfGiven(input, "model", model);
        if (!set.isEmpty()) {
            input.set("set", Json.tree(set));
        }
        input.set("definition", Json.tree(definition));
        return input;
    }

    private static void putIfGiven(ObjectNode input, String name, @Nullable String value) {
        if (value != null) {
            input.put(name, value);
        }
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
