package dev.nightjar.pipeline.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;

import java.util.List;
import java.util.Optional;

/** The grammar of EventBridge Scheduler's cron expressions; the only class that reads them. */
final class CronExpression {
    private static final List<String> FIELDS =
            List.of("minute", "hour", "day of month", "month", "day of week", "year");
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;

    private static final CronParser PARSER = new CronParser(definition());

    private CronExpression() {}

    static Cron parse(String expression) {
        problem(expression)
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        return PARSER.parse(expression.strip());
    }

    static Optional<String> problem(String expression) {
        List<String> fields = List.of(expression.strip().split("\\s+"));
        if (fields.size() != FIELDS.size()) {
            return Optional.of(
                    "cron '" + expression + "' has " + fields.size() + " fields instead of six");
        }
        boolean anyDay = fields.get(DAY_OF_MONTH).equals("?");
        boolean anyWeekday = fields.get(DAY_OF_WEEK).equals("?");
        for (int i = 0; i < FIELDS.size(); i++) {
            if (!readable(fields, i)) {
                return Optional.of(
                        "cron '"
                                + expression
                                + "': '"
                                + fields.get(i)
                                + "' is no "
                                + FIELDS.get(i));
            }
        }
        if (anyDay == anyWeekday) {
            String both = anyDay ? "both '?'" : "both given";
            return Optional.of(
                    "cron '" + expression + "': day of month and day of week are " + both);
        }
        return Optional.empty();
    }

    /** Whether the field is sound: it stands alone among fields that are. */
    private static boolean readable(List<String> fields, int field) {
        if (field != DAY_OF_MONTH && field != DAY_OF_WEEK && fields.get(field).contains("?")) {
            return false;
        }
        String[] alone = {"0", "0", "*", "*", "?", "*"};
        if (field == DAY_OF_WEEK) {
            alone[DAY_OF_MONTH] = "?";
        }
        if (fields.get(field).equals("?")) {
            return true;
        }
        alone[field] = fields.get(field);
        try {
            PARSER.parse(String.join(" ", alone));
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withValidRange(0, 59)
                .withStrictRange()
                .and()
                .withHours()
                .withValidRange(0, 23)
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .and()
                .withDayOfWeek()
                .withValidRange(1, 7)
                .withMondayDoWValue(2)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .and()
                .withYear()
                .withValidRange(1970, 2199)
                .and()
                .instance();
    }
}
