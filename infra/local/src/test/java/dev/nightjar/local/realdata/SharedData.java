package dev.nightjar.local.realdata;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the public tables, which lie beside the repository and not in it. */
final class SharedData {
    private static final String PROPERTY = "nightjar.shared";
    private static final String VARIABLE = "NIGHTJAR_SHARED";

    private SharedData() {}

    /** The folder of the tables; without one the test is skipped. */
    static Path folder() {
        Path shared = shared();
        Path data = shared == null ? null : shared.resolve("data");
        if (data == null || !Files.isRegularFile(data.resolve("reference.json"))) {
            return abort(
                    "no public tables: neither ../shared/data beside the repository, nor -D"
                            + PROPERTY
                            + ", nor "
                            + VARIABLE);
        }
        return data;
    }

    /** What was measured elsewhere with the same rows held out. */
    static JsonNode reference(String set, String family) {
        try {
            JsonNode all = Json.parse(Files.readAllBytes(folder().resolve("reference.json")));
            return all.path("sets").path(set).path("hash_split").path(family);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path shared() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("functions"))
                    && Files.isDirectory(at.resolve("infra"))) {
                return at.resolveSibling("shared");
            }
        }
        return null;
    }
}
