package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Schedule;
import dev.nightjar.core.night.Slot;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.schedule.Slots;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What train and score have in common. */
final class NightOptions {
    @Parameters(
            paramLabel = "PIPELINE",
            description =
                    "A pipeline file, or the name of a pipeline in the store or under pipelines/.")
    private @Nullable String pipeline;

    @Option(
            names = "--slot",
            paramLabel = "TIME",
            description =
                    "The slot, like 2026-11-02T01:00Z; default the latest of the schedule that is due,"
                            + " without a schedule the minute of the start.")
    private @Nullable String slot;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The root of the source paths; default the pipeline file's folder.")
    private @Nullable String data;

    @Mixin private SetOptions sets = new SetOptions();

    @Option(
            names = "--inject",
            paramLabel = "FILE",
            description =
                    "Faults for a rehearsal, in YAML or JSON; docs/faults.yaml shows all of them.")
    private @Nullable String inject;

    String pipeline() {
        return requireNonNull(pipeline, "picocli demands a pipeline");
    }

    Hint hint(CommonOptions common) {
        return new Hint(pipeline(), common.store(), data);
    }

    /** The slot's time to the second, or the form that it has. */
    String slotOrForm() {
        return slot == null ? "YYYY-MM-DDTHH:MM:SSZ" : parse(slot).time().toString();
    }

    /** The faults that are asked for. */
    Rehearsal rehearsal(CommandContext context, Terminal terminal) {
        return Rehearsal.of(inject, context, terminal);
    }

    /** The pipeline's definition, as this run changes it. */
    Definition definition(Pipelines pipelines, Platform platform, Terminal terminal) {
        return pipelines.definition(pipeline(), sets.typed(), data, platform, terminal);
    }

    /** What a person asks for with these options. */
    NightRequest request(
            Definition definition,
            @Nullable Schedule schedule,
            Platform platform,
            Rehearsal rehearsal) {
        return NightRequest.of(definition, slot(schedule, platform))
                .withSet(rehearsal.noted(sets.byKey()));
    }

    private Slot slot(@Nullable Schedule schedule, Platform platform) {
        return slot == null
                ? new Slot(Slots.due(schedule, platform.clock().instant()))
                : parse(slot);
    }

    /** The slot that was typed. */
    static Slot parse(String typed) {
        try {
            return Slot.parse(typed);
        } catch (IllegalArgumentException unreadable) {
            throw new CommandFailure(Exits.USAGE, "--slot: " + unreadable.getMessage());
        }
    }
}
