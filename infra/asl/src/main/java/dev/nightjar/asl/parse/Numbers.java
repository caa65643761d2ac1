package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Fields that are numbers, or expressions that give one. */
final class Numbers {
    private static final int MOST_SECONDS = 99_999_999;

    private Numbers() {}

    static @Nullable Template timeout(Fields fields, String field) {
        return fields.template(
                field,
                value -> isWhole(value, 1, MOST_SECONDS),
                "a whole number from 1 to " + MOST_SECONDS);
    }

    static @Nullable Template seconds(Fields fields, String field) {
        return fields.template(
                field,
                value -> isWhole(value, 0, MOST_SECONDS),
                "a whole number from 0 to " + MOST_SECONDS);
    }

    static @Nullable Template count(Fields fields, String field) {
        return fields.template(
                field, value -> isWhole(value, 0, Integer.MAX_VALUE), "a whole number from 0");
    }

    static @Nullable Template percentage(Fields fields, String field) {
        return fields.template(
                field,
                value -> value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 100,
                "a number from 0 to 100");
    }

    private static boolean isWhole(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
    }
}
