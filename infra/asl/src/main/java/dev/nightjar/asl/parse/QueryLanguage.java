package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * The query language of a machine or a state (specification, "Query language"): without the field
 * it is JSONPath, and a state may say otherwise than its machine only in one direction.
 */
enum QueryLanguage {
    JSONPATH("JSONPath"),
    JSONATA("JSONata");

    private static final String FIELD = "QueryLanguage";
    private static final List<String> WORDS =
            Arrays.stream(values()).map(QueryLanguage::word).toList();

    private final String word;

    QueryLanguage(String word) {
        this.word = word;
    }

    /** As the document writes it. */
    String word() {
        return word;
    }

    QueryLanguage other() {
        return this == JSONATA ? JSONPATH : JSONATA;
    }

    static QueryLanguage ofMachine(Fields fields) {
        QueryLanguage said = read(fields);
        return said == null ? JSONPATH : said;
    }

    /** The language of a state in a machine of this language. */
    QueryLanguage ofState(Fields fields) {
        QueryLanguage said = read(fields);
        if (said == JSONPATH && this == JSONATA) {
            fields.schema(
                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state"
                            + " machine",
                    "Take the state's QueryLanguage out.");
            return JSONATA;
        }
        return said == null ? this : said;
    }

    private static @Nullable QueryLanguage read(Fields fields) {
        String text = fields.oneOf(FIELD, WORDS);
        if (text == null) {
            return null;
        }
        return text.equals(JSONPATH.word) ? JSONPATH : JSONATA;
    }
}
