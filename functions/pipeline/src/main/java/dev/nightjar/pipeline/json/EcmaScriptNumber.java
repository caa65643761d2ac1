package dev.nightjar.pipeline.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A double as ECMAScript's Number::toString prints it, which RFC 8785 section 3.2.2.3 asks for. */
final class EcmaScriptNumber {
    /** Numbers from here on are written with an exponent. */
    private static final int WIDEST = 21;

    /** Numbers below 1e-6 are written with an exponent. */
    private static final int SMALLEST = -6;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private EcmaScriptNumber() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int count = digits.length();
        // The specification's n: the value is 0.DIGITS times ten to the power of n.
        int point = count - shortest.scale();
        if (count <= point && point <= WIDEST) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= WIDEST) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (SMALLEST < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    /** Java prints the shortest digits too, but never fewer than two (4.9E-324). */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            BigDecimal one = new BigDecimal(value).round(ONE_DIGIT).stripTrailingZeros();
            return one.doubleValue() == value ? one : digits;
        }
        return digits;
    }
}
