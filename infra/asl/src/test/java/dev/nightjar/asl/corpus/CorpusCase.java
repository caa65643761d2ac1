package dev.nightjar.asl.corpus;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;

/** One recorded case: a document, what it was given, and what AWS answered. */
record CorpusCase(String name, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static CorpusCase read(Path file) {
        JsonNode json = JSON.readTree(file);
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        return new CorpusCase(name, json);
    }

    String kind() {
        return json.get("kind").stringValue();
    }

    String definition() {
        return json.get("definition").toString();
    }

    JsonNode input() {
        return json.get("input");
    }

    JsonNode expected() {
        return json.get("expected");
    }

    boolean concurrent() {
        return json.path("concurrent").asBoolean(false);
    }

    Wildcards wildcards() {
        return new Wildcards(texts(json.path("volatile")));
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
