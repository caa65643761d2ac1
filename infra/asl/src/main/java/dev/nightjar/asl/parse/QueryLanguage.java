package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

/**
 * The query language of a machine or a state (specification, "Query language"): without the field
 * it is JSONPath, which the engine refuses, and a state may say otherwise than its machine only in
 * one direction.
 */
enum QueryLanguage {
    JSONATA("JSONata"),
    JSONPATH("JSONPath");

    private static final String FIELD = "QueryLanguage";

    private final String word;

    QueryLanguage(String word) {
        this.word = word;
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
        String text = fields.text(FIELD);
        if (text == null) {
            return null;
        }
        for (QueryLanguage language : values()) {
            if (language.word.equals(text)) {
                return language;
            }
        }
        fields.wrongType(FIELD, "JSONata or JSONPath");
        return JSONATA;
    }
}
