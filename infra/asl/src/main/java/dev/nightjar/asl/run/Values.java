package dev.nightjar.asl.run;

import dev.nightjar.asl.expression.Expression;
import dev.nightjar.asl.expression.ExpressionFailure;
import dev.nightjar.asl.expression.Template;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/** Checks that what an expression gave is what its field takes. */
final class Values {
    private Values() {}

    static long whole(JsonNode value, Template template, String field, long least)
            throws ExpressionFailure {
        if (!value.isNumber()) {
            throw unexpected(value, template, field, "number");
        }
        double number = value.doubleValue();
        if (number != Math.rint(number) || number < least || number > Integer.MAX_VALUE) {
            throw ExpressionFailure.of(
                    field,
                    "The %s field must be a whole number from %d, but was: %s"
                            .formatted(field, least, value));
        }
        return value.longValue();
    }

    static double percentage(JsonNode value, Template template, String field)
            throws ExpressionFailure {
        if (!value.isNumber()) {
            throw unexpected(value, template, field, "number");
        }
        double number = value.doubleValue();
        if (!(number >= 0 && number <= 100)) {
            throw ExpressionFailure.of(
                    field,
                    "The %s field must be a number from 0 to 100, but was: %s"
                            .formatted(field, value));
        }
        return number;
    }

    static String text(JsonNode value, Template template, String field) throws ExpressionFailure {
        if (!value.isString()) {
            throw unexpected(value, template, field, "string");
        }
        return value.stringValue();
    }

    static boolean flag(JsonNode value, Template template, String field) throws ExpressionFailure {
        if (!value.isBoolean()) {
            throw unexpected(value, template, field, "boolean");
        }
        return value.booleanValue();
    }

    static ExpressionFailure unexpected(
            JsonNode value, Template template, String field, String expected) {
        Expression expression = template.expression();
        String source = expression == null ? template.source().toString() : expression.source();
        String found = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return ExpressionFailure.unexpected(source, field, expected, found, value.toString());
    }
}
