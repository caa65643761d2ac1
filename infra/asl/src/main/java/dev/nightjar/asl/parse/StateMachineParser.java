package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.Severity;
import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document into records (specification, "Structure of a State Machine"). It knows the
 * fields of each state type; rules over several fields and states are the {@link
 * dev.nightjar.asl.check.Checker}'s. Safe for use by many threads.
 */
public final class StateMachineParser {
    /** The largest definition that AWS takes ("Quotas", developer guide). */
    private static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StateMachineParser() {}

    /** Reads a document. Never throws for what is in it: everything wrong is a problem. */
    public static ParseResult parse(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return refused(
                    Problem.SCHEMA,
                    "The definition is larger than 1 MiB",
                    "Move parts of it to machines of their own.");
        }
        if (text.isBlank()) {
            return notAnObject();
        }
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException problem) {
            return refused(Problem.INVALID_JSON, syntax(problem), "Mend the JSON of the document.");
        }
        return document instanceof ObjectNode object ? parse(object, text) : notAnObject();
    }

    private static ParseResult notAnObject() {
        return refused(
                Problem.SCHEMA,
                "Definition must be a valid JSON object",
                "Write an object with StartAt and States.");
    }

    private static String syntax(JacksonException problem) {
        var place = problem.getLocation();
        String message = problem.getOriginalMessage();
        return place == null || place.getLineNr() < 1
                ? message
                : "%s at line: %d, column: %d"
                        .formatted(message, place.getLineNr(), place.getColumnNr());
    }

    private static ParseResult refused(String code, String message, String remedy) {
        return new ParseResult(null, List.of(Problem.error("", code, message, remedy)));
    }

    private static ParseResult parse(ObjectNode document, String text) {
        List<Problem> problems = new ArrayList<>();
        List<String> jsonPathStates = new ArrayList<>();
        Fields whole = new Fields(document, "", QueryLanguage.JSONPATH, problems);
        QueryLanguage language = QueryLanguage.ofMachine(whole);
        Fields fields = whole.in(language);
        fields.keepTo("Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage");
        String comment = fields.text("Comment");
        version(fields);
        Template timeout = timeout(fields);
        Flow flow = new FlowReader(language, jsonPathStates).read(fields);
        boolean sound = problems.stream().noneMatch(each -> each.severity() == Severity.ERROR);
        if (sound && !jsonPathStates.isEmpty()) {
            problems.add(jsonPath(jsonPathStates));
        }
        @Nullable StateMachine machine =
                flow == null ? null : new StateMachine(comment, flow, timeout, text);
        return new ParseResult(machine, problems);
    }

    private static void version(Fields fields) {
        String version = fields.text("Version");
        if (version != null && !version.equals("1.0")) {
            fields.oneOf("Version", List.of("1.0"));
        }
    }

    /** Only states have expressions: the machine's own limit is a number. */
    private static @Nullable Template timeout(Fields fields) {
        if (!fields.has("TimeoutSeconds")) {
            return null;
        }
        fields.whole("TimeoutSeconds", 1, Numbers.MOST_SECONDS, 1);
        return fields.in(QueryLanguage.JSONPATH).template("TimeoutSeconds");
    }

    private static Problem jsonPath(List<String> pointers) {
        return Problem.error(
                pointers.getFirst() + "/QueryLanguage",
                Problem.NOT_IMPLEMENTED,
                "States with QueryLanguage JSONPath are not implemented; this document has "
                        + pointers.size(),
                "Set QueryLanguage to JSONata, on the machine or on its states.");
    }
}
