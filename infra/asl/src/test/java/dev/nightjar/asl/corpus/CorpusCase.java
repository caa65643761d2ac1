package dev.nightjar.asl.corpus;

import dev.nightjar.asl.conformance.CaseAnswer;
import dev.nightjar.asl.conformance.CaseRunner;
import dev.nightjar.asl.conformance.ConformanceCase;
import dev.nightjar.asl.conformance.MalformedCaseException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One recorded case: a document, what it was given, and what AWS answered. */
record CorpusCase(String name, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z_]+>");
    private static final Map<String, CaseAnswer> ANSWERS = new ConcurrentHashMap<>();

    static CorpusCase read(Path file) {
        try {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            return new CorpusCase(name, JSON.readTree(Files.readString(file)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What the engine answers; it never sees what AWS did. */
    CaseAnswer answer() {
        return ANSWERS.computeIfAbsent(name, _ -> run());
    }

    private CaseAnswer run() {
        try {
            return CaseRunner.run(ConformanceCase.parse(json.toString(), name));
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

    /** The volatile tokens, with the placeholders that the case puts into its own input. */
    Wildcards wildcards() {
        List<String> tokens = new ArrayList<>(texts(json.path("volatile")));
        PLACEHOLDER
                .matcher(json.path("input").toString())
                .results()
                .map(MatchResult::group)
                .forEach(tokens::add);
        return new Wildcards(tokens);
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
