package dev.nightjar.asl.parse;

import dev.nightjar.asl.expression.Template;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** Fields that are numbers, or expressions that give one. */
final class Numbers {
    /** The longest time in seconds that a field may name: a little more than three years. */
    static final int MOST_SECONDS = 99_999_999;

    private Numbers() {}

    /** TimeoutSeconds and HeartbeatSeconds of a Task. */
    static @Nullable Template positiveSeconds(Fields fields, String field) {
        return whole(fields, field, 1, MOST_SECONDS);
    }

    /** Seconds of a Wait. */
    static @Nullable Template seconds(Fields fields, String field) {
        return whole(fields, field, 0, MOST_SECONDS);
    }

    static @Nullable Template count(Fields fields, String field) {
        return whole(fields, field, 0, Integer.MAX_VALUE);
    }

    static @Nullable Template whole(Fields fields, String field, int least, int most) {
        String expected =
                most == Integer.MAX_VALUE
                        ? "a whole number from " + least
                        : "a whole number from " + least + " to " + most;
        return fields.template(field, "Integer", value -> isWhole(value, least, most), expected);
    }

    static @Nullable Template percentage(Fields fields, String field) {
        return fields.template(
                field,
                "Number",
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
