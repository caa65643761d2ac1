package dev.nightjar.core.gate;

import dev.nightjar.core.gate.Gate.Comparison;
import dev.nightjar.core.gate.Gate.Margin;
import dev.nightjar.core.gate.Gate.Reading;
import dev.nightjar.core.gate.Gate.Reading.Parsed;
import dev.nightjar.core.gate.Gate.Reading.Refused;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads gates, and says what would be right where one is wrong. */
final class GateParser {
    private static final String NUMBER = "[+-]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
    private static final Pattern SHAPE =
            Pattern.compile(
                    "\\s*(?<metric>[A-Za-z][A-Za-z0-9_-]*)\\s*(?<comparison>>=|<=|>|<)\\s*"
                            + "(?:champion\\.(?<champion>[A-Za-z][A-Za-z0-9_-]*)"
                            + "(?:\\s*(?<margin>[-+*])\\s*(?<by>"
                            + NUMBER
                            + "))?|(?<number>"
                            + NUMBER
                            + "))\\s*");
    private static final String REMEDY =
            "Write it like 'auc >= 0.75', 'auc >= champion.auc - 0.002' or"
                    + " 'rmse <= champion.rmse * 1.02'";

    private GateParser() {}

    static Reading parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return refused(text, "it is no comparison of a metric", REMEDY);
        }
        Optional<Metric> metric = Metric.named(shape.group("metric"));
        if (metric.isEmpty()) {
            return unknown(text, shape.group("metric"));
        }
        String champion = shape.group("champion");
        if (champion != null && !champion.equals(metric.get().toString())) {
            return refused(
                    text,
                    metric.get() + " and champion." + champion + " do not compare",
                    "Write champion." + metric.get());
        }
        return inRange(gate(text, metric.get(), shape));
    }

    private static Gate gate(String text, Metric metric, Matcher shape) {
        boolean ofChampion = shape.group("champion") != null;
        String number = ofChampion ? shape.group("by") : shape.group("number");
        return new Gate(
                text,
                metric,
                comparison(shape.group("comparison")),
                ofChampion,
                margin(shape.group("margin")),
                number == null ? null : Double.valueOf(number));
    }

    private static Reading inRange(Gate gate) {
        Double number = gate.number();
        if (number == null) {
            return new Parsed(gate);
        }
        if (!Double.isFinite(number)) {
            return refused(gate.text(), "its number is too large", "Write a smaller one");
        }
        if (!gate.ofChampion()) {
            return plainInRange(gate, number);
        }
        if (gate.margin() == Margin.TIMES && !(number > 0)) {
            return refused(
                    gate.text(),
                    "a factor of " + plain(number) + " leaves nothing to compare with",
                    "Write a factor near 1, such as 1.02");
        }
        double width = gate.metric().most() - gate.metric().least();
        if (gate.margin() != Margin.TIMES && Math.abs(number) > width) {
            return refused(
                    gate.text(),
                    "two values of " + gate.metric() + " never differ by " + plain(number),
                    "Write a margin such as 0.002");
        }
        return new Parsed(gate);
    }

    private static Reading plainInRange(Gate gate, double number) {
        Metric metric = gate.metric();
        if (metric.canBe(number)) {
            return new Parsed(gate);
        }
        boolean percent = metric.most() == 1 && number >= 10 && number <= 100;
        String remedy =
                percent
                        ? "Did you mean " + plain(number / 100) + "?"
                        : "Write a value that it can take";
        return refused(gate.text(), metric + " lies in " + range(metric), remedy);
    }

    private static Reading unknown(String text, String name) {
        String known =
                Arrays.stream(Metric.values())
                        .map(Metric::toString)
                        .collect(Collectors.joining(", "));
        String plain = name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        String guess =
                Arrays.stream(Metric.values())
                        .map(Metric::toString)
                        .filter(metric -> metric.toLowerCase(Locale.ROOT).equals(plain))
                        .map(metric -> "Did you mean '" + metric + "'? ")
                        .findFirst()
                        .orElse("");
        return refused(text, "unknown metric '" + name + "'", guess + "Metrics: " + known);
    }

    private static Refused refused(String text, String message, String remedy) {
        return new Refused("gate '" + text + "': " + message, remedy);
    }

    private static String range(Metric metric) {
        if (Double.isInfinite(metric.most())) {
            return plain(metric.least()) + " and above";
        }
        return Double.isInfinite(metric.least())
                ? plain(metric.most()) + " and below"
                : plain(metric.least()) + ".." + plain(metric.most());
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static Comparison comparison(String text) {
        return Arrays.stream(Comparison.values())
                .filter(comparison -> comparison.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Margin margin(@Nullable String text) {
        return Arrays.stream(Margin.values())
                .filter(margin -> margin.toString().equals(text))
                .findFirst()
                .orElse(null);
    }
}
