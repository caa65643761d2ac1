package dev.nightjar.asl.parse;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document into records (specification, "Structure of a State Machine"). It knows the
 * fields of each state type; rules over several fields and states are the {@link
 * dev.nightjar.asl.check.Checker}'s. Safe for use by many threads.
 */
public final class StateMachineParser {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private StateMachineParser() {}

    /** Reads a document. Never throws for what is in it: everything wrong is a problem. */
    public static ParseResult parse(String text) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException problem) {
            return refused("The document is not JSON: " + problem.getOriginalMessage());
        }
        return document instanceof ObjectNode object
                ? parse(object)
                : refused("The document is not a JSON object");
    }

    private static ParseResult refused(String message) {
        Problem problem =
                Problem.error("", Problem.INVALID_JSON, message, "Mend the JSON of the document.");
        return new ParseResult(null, List.of(problem));
    }

    private static ParseResult parse(ObjectNode document) {
        List<Problem> problems = new ArrayList<>();
        Fields fields = new Fields(document, "", problems);
        QueryLanguage language = QueryLanguage.ofMachine(fields);
        String comment = fields.text("Comment");
        fields.text("Version");
        Template timeout = Numbers.timeout(fields, "TimeoutSeconds");
        Flow flow = new FlowReader(language).read(fields);
        fields.refuseOthers();
        @Nullable StateMachine machine =
                flow == null ? null : new StateMachine(comment, flow, timeout);
        return new ParseResult(machine, problems);
    }
}
