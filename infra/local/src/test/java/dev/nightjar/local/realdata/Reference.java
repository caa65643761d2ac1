package dev.nightjar.local.realdata;

import dev.nightjar.core.data.PublicTables;
import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What was measured elsewhere on the public tables. */
final class Reference {
    private Reference() {}

    /** Figures with the same rows held out. */
    static JsonNode of(String set, String family) {
        try {
            JsonNode all = Json.parse(Files.readAllBytes(PublicTables.find("reference.json")));
            return all.path("sets").path(set).path("hash_split").path(family);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
