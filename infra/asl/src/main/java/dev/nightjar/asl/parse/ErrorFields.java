package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Reads Retry and Catch (specification, "Errors"). */
final class ErrorFields {
    private static final int MOST_SECONDS = 99_999_999;
    private static final int MOST_DELAY_SECONDS = 31_622_400;

    private ErrorFields() {}

    static List<Retrier> retry(Fields fields) {
        List<Retrier> retriers = new ArrayList<>();
        for (Fields element : fields.objects("Retry")) {
            element.text("Comment");
            int interval = element.whole("IntervalSeconds", 1, MOST_SECONDS, 1);
            retriers.add(
                    new Retrier(
                            element.pointer(),
                            element.texts("ErrorEquals"),
                            interval,
                            element.whole("MaxAttempts", 0, MOST_SECONDS, 3),
                            backoffRate(element),
                            maxDelay(element, interval),
                            fullJitter(element)));
            element.refuseOthers();
        }
        return retriers;
    }

    static List<Catcher> catchers(Fields fields) {
        List<Catcher> catchers = new ArrayList<>();
        for (Fields element : fields.objects("Catch")) {
            element.text("Comment");
            catchers.add(
                    new Catcher(
                            element.pointer(),
                            element.texts("ErrorEquals"),
                            element.requiredText("Next"),
                            StateReader.assign(element),
                            element.template("Output")));
            element.refuseOthers();
        }
        return catchers;
    }

    private static double backoffRate(Fields element) {
        JsonNode value = element.raw("BackoffRate");
        if (value == null) {
            return 2;
        }
        if (!value.isNumber() || value.doubleValue() < 1) {
            element.wrongType("BackoffRate", "a number from 1");
            return 2;
        }
        return value.doubleValue();
    }

    private static @Nullable Integer maxDelay(Fields element, int interval) {
        if (!element.has("MaxDelaySeconds")) {
            return null;
        }
        int delay = element.whole("MaxDelaySeconds", 1, MOST_DELAY_SECONDS, MOST_DELAY_SECONDS);
        if (delay <= interval) {
            element.wrongType("MaxDelaySeconds", "greater than IntervalSeconds");
        }
        return delay;
    }

    private static boolean fullJitter(Fields element) {
        String strategy = element.text("JitterStrategy");
        if (strategy != null && !strategy.equals("FULL") && !strategy.equals("NONE")) {
            element.wrongType("JitterStrategy", "FULL or NONE");
        }
        return "FULL".equals(strategy);
    }
}
