package dev.nightjar.asl.expression;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

/** What expressions answer, in short forms for tables. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final JsonNode STATES =
            JSON.readTree(
                    """
                    {"input": {"nil": null, "list": [3, 1, 2], "empty": [], "text": "abc",
                               "one": 1.0, "big": 9007199254740993, "huge": 12345678901234567890,
                               "people": [{"name": "Ann", "age": 30}, {"name": "Bob"},
                                          {"name": "Cid", "age": 20}]}}
                    """);

    private static final Bindings BINDINGS =
            new Bindings(
                    Map.of("states", STATES),
                    Instant.parse("2026-11-02T13:00:00Z"),
                    new SplittableRandom(1));

    private static final String ERROR = "threw an error during evaluation";

    private Answers() {}

    static Expression compiled(String expression) throws ExpressionSyntaxException {
        return ExpressionLanguage.jsonata().compile(expression);
    }

    /**
     * The value as JSON text with single quotes, "undefined", "unsupported", or what follows "threw
     * an error during evaluation".
     */
    static String to(String expression) throws ExpressionSyntaxException {
        try {
            return compiled(expression).evaluate(BINDINGS, "Output").toString().replace('"', '\'');
        } catch (ExpressionFailure failure) {
            String text = failure.text();
            if (text.contains(ERROR)) {
                return text.substring(text.lastIndexOf(ERROR) + ERROR.length());
            }
            return text.endsWith("(undefined).") ? "undefined" : "unsupported";
        }
    }

    /** The code of an error, e.g. D3030. */
    static String code(String expression) throws ExpressionSyntaxException {
        String answer = to(expression);
        return answer.startsWith(". ") ? answer.substring(2, 7) : answer;
    }
}
