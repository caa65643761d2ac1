package dev.nightjar.pipeline.file;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.nightjar.pipeline.json.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The published schema: the one source of keys, types, bounds, defaults and their description. */
final class PipelineSchema {
    private static final PipelineSchema PUBLISHED = new PipelineSchema(load());

    private final JsonNode root;
    private final Schema validator;

    private PipelineSchema(JsonNode root) {
        this.root = root;
        this.validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(root);
    }

    static PipelineSchema published() {
        return PUBLISHED;
    }

    JsonNode root() {
        return root;
    }

    List<com.networknt.schema.Error> errors(JsonNode document) {
        return validator.validate(document);
    }

    /** The part of the schema that a pointer names, without the last step: what a keyword is in. */
    JsonNode around(String keywordPointer) {
        return root.at(Pointer.parent(keywordPointer));
    }

    /** The schema itself, or what it refers to. */
    JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isString() ? root.at(reference.asString().substring(1)) : schema;
    }

    private static JsonNode load() {
        try (InputStream file = PipelineSchema.class.getResourceAsStream("pipeline.schema.json")) {
            return Json.parse(Objects.requireNonNull(file, "the schema is missing").readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
