package dev.nightjar.asl.corpus;

import dev.nightjar.asl.conformance.CaseRunner;
import dev.nightjar.asl.conformance.ConformanceCase;
import dev.nightjar.asl.conformance.MalformedCaseException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One recorded case: a document, what it was given, and what AWS answered. */
record CorpusCase(String name, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, JsonNode> ANSWERS = new ConcurrentHashMap<>();

    static CorpusCase read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            return new CorpusCase(name, JSON.readTree(Files.readString(file)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What the engine answers; it never sees what AWS did. */
    JsonNode answer() {
        return ANSWERS.computeIfAbsent(name, _ -> run());
    }

    private JsonNode run() {
        try {
            return CaseRunner.answer(ConformanceCase.parse(json.toString(), name));
        } catch (MalformedCaseException problem) {
            throw new AssertionError(name, problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name, problem);
        }
    }

    String kind() {
        return json.get("kind").stringValue();
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
