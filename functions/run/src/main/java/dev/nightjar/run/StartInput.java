package dev.nightjar.run;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Phase;
import dev.nightjar.core.definition.ServiceLevel;
import dev.nightjar.core.night.Slot;
import dev.nightjar.pipeline.json.Json;
import dev.nightjar.pipeline.json.UnreadableJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an execution was started with, as far as it can be understood: it may have failed just
 * because it cannot.
 */
record StartInput(JsonNode json) {
    private static final Pattern PIPELINE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    StartInput {
        requireNonNull(json, "json is null");
    }

    /** Of a JSON text. */
    static StartInput parse(String text) {
        try {
            return new StartInput(Json.parse(text));
        } catch (UnreadableJson notEvenJson) {
            return new StartInput(Json.tree(""));
        }
    }

    /** The pipeline's name, when it can be one. */
    Optional<String> pipeline() {
        return Optional.of(json.path("pipeline").asString(""))
                .filter(name -> PIPELINE.matcher(name).matches());
    }

    /** The slot, when the text is one. */
    Optional<Slot> slot() {
        try {
            return Optional.of(Slot.parse(slotText().orElse("")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Optional<String> slotText() {
        return Optional.of(json.path("slot").asString("")).filter(text -> !text.isEmpty());
    }

    /**
     * What the definition promises; nothing was promised where it says nothing.
     *
     * @param phase or null where it is unknown
     */
    ServiceLevel level(@Nullable Phase phase) {
        JsonNode service = json.at("/definition/service");
        String common = service.path("level").asString("");
        String level = phase == null ? common : service.path(phase.toString()).asString(common);
        return level.equals(ServiceLevel.HIGH.toString()) ? ServiceLevel.HIGH : ServiceLevel.LOW;
    }
}
