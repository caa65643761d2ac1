package dev.nightjar.asl.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whole numbers in English words. */
final class NumberWords {
    private static final List<String> FEW =
            List.of(
                    "Zero",
                    "One",
                    "Two",
                    "Three",
                    "Four",
                    "Five",
                    "Six",
                    "Seven",
                    "Eight",
                    "Nine",
                    "Ten",
                    "Eleven",
                    "Twelve",
                    "Thirteen",
                    "Fourteen",
                    "Fifteen",
                    "Sixteen",
                    "Seventeen",
                    "Eighteen",
                    "Nineteen");
    private static final Map<String, String> IRREGULAR =
            Map.of(
                    "One", "First",
                    "Two", "Second",
                    "Three", "Third",
                    "Five", "Fifth",
                    "Eight", "Eighth",
                    "Nine", "Ninth",
                    "Twelve", "Twelfth");
    private static final List<String> DECADES =
            List.of("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety");
    private static final List<String> MAGNITUDES =
            List.of("Thousand", "Million", "Billion", "Trillion");
    private static final Pattern GAP = Pattern.compile(",\\s|\\sand\\s|[\\s\\\\-]");
    private static final Map<String, Double> VALUES = values();

    private NumberWords() {}

    private static Map<String, Double> values() {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < FEW.size(); i++) {
            put(values, FEW.get(i), i);
        }
        for (int i = 0; i < DECADES.size(); i++) {
            put(values, DECADES.get(i), (i + 2) * 10);
        }
        put(values, "Hundred", 100);
        for (int i = 0; i < MAGNITUDES.size(); i++) {
            put(values, MAGNITUDES.get(i), Math.pow(1000, i + 1));
        }
        return values;
    }

    private static void put(Map<String, Double> values, String word, double value) {
        values.put(word.toLowerCase(Locale.ROOT), value);
        values.put(ordinal(word).toLowerCase(Locale.ROOT), value);
    }

    private static String ordinal(String word) {
        if (word.endsWith("ty")) {
            return word.substring(0, word.length() - 1) + "ieth";
        }
        return IRREGULAR.getOrDefault(word, word + "th");
    }

    /** All words that {@link #parse} knows, in lower case. */
    static Iterable<String> known() {
        return VALUES.keySet();
    }

    /** A number that is not negative, each word with a capital. */
    static String of(double number, boolean ordinal) {
        return words(number, false, ordinal);
    }

    private static String words(double number, boolean follows, boolean ordinal) {
        if (number < 20) {
            String word = FEW.get((int) number);
            return (follows ? " and " : "") + (ordinal ? ordinal(word) : word);
        }
        if (number < 100) {
            double rest = number % 10;
            String word = DECADES.get((int) (number / 10) - 2);
            String tens = rest == 0 && ordinal ? ordinal(word) : word;
            return (follows ? " and " : "")
                    + tens
                    + (rest > 0 ? "-" + words(rest, false, ordinal) : "");
        }
        double unit = 100;
        String name = "Hundred";
        if (number >= 1000) {
            int magnitude = Math.min(MAGNITUDES.size(), (int) Math.floor(Math.log10(number) / 3));
            unit = Math.pow(1000, magnitude);
            name = MAGNITUDES.get(magnitude - 1);
        }
        double count = Math.floor(number / unit);
        double rest = number - count * unit;
        return (follows ? ", " : "")
                + words(count, false, false)
                + " "
                + (rest == 0 && ordinal ? name + "th" : name)
                + (rest > 0 ? words(rest, true, ordinal) : "");
    }

    /** The number of words in lower case; NaN when one is unknown. */
    static double parse(String text) {
        Deque<Double> sums = new ArrayDeque<>(List.of(0.0));
        for (String word : GAP.split(text, -1)) {
            double value = VALUES.getOrDefault(word, Double.NaN);
            double top = sums.pop();
            if (value < 100) {
                if (top >= 1000) {
                    sums.push(top);
                    top = 0;
                }
                sums.push(top + value);
            } else {
                sums.push(top * value);
            }
        }
        return sums.stream().mapToDouble(Double::doubleValue).sum();
    }
}
