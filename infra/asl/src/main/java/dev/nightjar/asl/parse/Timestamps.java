package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import tools.jackson.databind.JsonNode;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A Timestamp that stands in the document (specification, "Timestamps"). */
final class Timestamps {
    private static final Pattern RFC3339 =
            Pattern.compile(
                    "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

    private Timestamps() {}

    static void check(Fields fields, JsonNode value) {
        if (!value.isString()) {
            return;
        }
        String text = value.stringValue();
        boolean expression =
                fields.language() == QueryLanguage.JSONATA
                        && (Template.isExpression(text) || text.startsWith("{%"));
        if (!expression && !isTimestamp(text)) {
            fields.problem(
                    "Timestamp",
                    "String does not match RFC3339 timestamp",
                    "Write it as 2026-03-14T01:59:00Z.");
        }
    }

    private static boolean isTimestamp(String text) {
        if (!RFC3339.matcher(text).matches()) {
            return false;
        }
        try {
            return OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
