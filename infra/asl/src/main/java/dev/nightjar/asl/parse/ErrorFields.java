package dev.nightjar.asl.parse;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Reads Retry and Catch (specification, "Errors"). */
final class ErrorFields {
    private static final int MOST_DELAY_SECONDS = 31_622_400;
    private static final List<String> STRATEGIES = List.of("FULL", "NONE");

    private ErrorFields() {}

    static List<Retrier> retry(Fields fields) {
        List<Retrier> retriers = new ArrayList<>();
        for (Fields element : fields.objects("Retry")) {
            element.keepTo(
                    "ErrorEquals",
                    "Comment",
                    "IntervalSeconds",
                    "MaxAttempts",
                    "BackoffRate",
                    "MaxDelaySeconds",
                    "JitterStrategy");
            element.require("ErrorEquals");
            element.text("Comment");
            int interval = element.whole("IntervalSeconds", 1, Numbers.MOST_SECONDS, 1);
            retriers.add(
                    new Retrier(
                            element.pointer(),
                            element.texts("ErrorEquals"),
                            interval,
                            element.whole("MaxAttempts", 0, Numbers.MOST_SECONDS, 3),
                            backoffRate(element),
                            maxDelay(element, interval),
                            "FULL".equals(element.oneOf("JitterStrategy", STRATEGIES))));
        }
        return retriers;
    }

    static List<Catcher> catchers(Fields fields) {
        List<Catcher> catchers = new ArrayList<>();
        for (Fields element : fields.objects("Catch")) {
            element.keepTo(Vocabulary.CATCHER);
            element.require("ErrorEquals", "Next");
            element.text("Comment");
            catchers.add(
                    new Catcher(
                            element.pointer(),
                            element.texts("ErrorEquals"),
                            element.textOrEmpty("Next"),
                            StateReader.assign(element),
                            element.template("Output")));
        }
        return catchers;
    }

    private static double backoffRate(Fields element) {
        JsonNode value = element.raw("BackoffRate");
        if (value == null) {
            return 2;
        }
        if (!value.isNumber()) {
            element.notOfType("BackoffRate", "Number");
            return 2;
        }
        double rate = value.doubleValue();
        if (!(rate >= 1) || Double.isInfinite(rate)) {
            element.wrongValue("BackoffRate", "a number from 1");
            return 2;
        }
        return rate;
    }

    private static @Nullable Integer maxDelay(Fields element, int interval) {
        if (!element.has("MaxDelaySeconds")) {
            return null;
        }
        int delay = element.whole("MaxDelaySeconds", 1, MOST_DELAY_SECONDS, MOST_DELAY_SECONDS);
        if (delay <= interval) {
            element.wrongValue("MaxDelaySeconds", "greater than IntervalSeconds");
        }
        return delay;
    }
}
