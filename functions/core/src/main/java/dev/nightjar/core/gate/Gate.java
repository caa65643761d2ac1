package dev.nightjar.core.gate;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One condition under which a model may serve: {@code metric (>= | > | <= | <) [champion.metric]
 * [(+ | - | *) number]}, or a number alone on the right. A gate that names the champion passes when
 * nothing serves, and says so.
 *
 * @param text as the pipeline file writes it
 * @param ofChampion whether the champion's value of the same metric is on the right
 * @param margin how the number joins the champion's value; null without number or champion
 * @param number on the right; null when the champion stands alone
 */
public record Gate(
        String text,
        Metric metric,
        Comparison comparison,
        boolean ofChampion,
        @Nullable Margin margin,
        @Nullable Double number) {
    /** How the measured value is compared. */
    public enum Comparison {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        /** Whether the condition holds; never for a value that is no number. */
        public boolean holds(double measured, double required) {
            return switch (this) {
                case AT_LEAST -> measured >= required;
                case ABOVE -> measured > required;
                case AT_MOST -> measured <= required;
                case BELOW -> measured < required;
            };
        }

        /** Whether high values pass. */
        public boolean wantsHigh() {
            return this == AT_LEAST || this == ABOVE;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** How a number joins the champion's value. */
    public enum Margin {
        PLUS("+"),
        MINUS("-"),
        TIMES("*");

        private final String text;

        Margin(String text) {
            this.text = text;
        }

        double applied(double value, double number) {
            return switch (this) {
                case PLUS -> value + number;
                case MINUS -> value - number;
                case TIMES -> value * number;
            };
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** What became of a text. */
    public sealed interface Reading {
        /** The text is a gate. */
        record Parsed(Gate gate) implements Reading {}

        /**
         * The text is none.
         *
         * @param message what is wrong
         * @param remedy what would be right
         */
        record Refused(String message, String remedy) implements Reading {}
    }

    public Gate {
        requireNonNull(text, "text is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(comparison, "comparison is null");
        if (!ofChampion && number == null) {
            throw new IllegalArgumentException("a gate compares with a number or the champion");
        }
        if ((margin != null) != (ofChampion && number != null)) {
            throw new IllegalArgumentException("a margin joins the champion and a number");
        }
    }

    /** Reads a gate. */
    public static Reading parse(String text) {
        return GateParser.parse(text);
    }

    /** A gate that was checked before, as in a definition. */
    public static Gate of(String text) {
        return switch (parse(text)) {
            case Reading.Parsed parsed -> parsed.gate();
            case Reading.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    /**
     * The value to be compared with.
     *
     * @param champion its metrics on the same rows, or null when nothing serves
     */
    public OptionalDouble required(@Nullable Map<Metric, Double> champion) {
        if (!ofChampion) {
            return OptionalDouble.of(requireNonNull(number));
        }
        Double value = champion == null ? null : champion.get(metric);
        if (value == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                margin == null ? value : margin.applied(value, requireNonNull(number)));
    }

    /**
     * Judges the challenger.
     *
     * @param challenger its metrics
     * @param champion its metrics on the same rows, or null when nothing serves
     */
    public GateResult evaluate(
            Map<Metric, Double> challenger, @Nullable Map<Metric, Double> champion) {
        Double measured = challenger.get(metric);
        OptionalDouble required = required(champion);
        if (ofChampion && champion == null) {
            return new GateResult(text, measured, null, true, "nothing serves: passed");
        }
        if (measured == null || required.isEmpty()) {
            String whose = measured == null ? "challenger" : "champion";
            Double wanted = required.isPresent() ? required.getAsDouble() : null;
            String note = metric + " of the " + whose + " was not measured";
            return new GateResult(text, measured, wanted, false, note);
        }
        boolean passed = comparison.holds(measured, required.getAsDouble());
        return new GateResult(text, measured, required.getAsDouble(), passed, null);
    }
}
