package dev.nightjar.asl.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, as JavaScript writes them (ECMAScript, "Number::toString"). */
final class NumberText {
    private static final int MOST_DIGITS_BEFORE_THE_POINT = 21;
    private static final int MOST_ZEROS_AFTER_THE_POINT = 6;
    private static final double EXACT = 1e15;
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private NumberText() {}

    /** As {@code $string} writes it: rounded to 15 significant digits. */
    static String rounded(Number number) {
        double value = number.doubleValue();
        if (isShort(value)) {
            return Long.toString((long) value);
        }
        return of(new BigDecimal(value).round(FIFTEEN_DIGITS).doubleValue());
    }

    /** All digits of a finite number. */
    static String of(double value) {
        if (isShort(value)) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        String digits = exact.unscaledValue().toString();
        int point = digits.length() - exact.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    private static boolean isShort(double value) {
        return Math.abs(value) < EXACT && value == (long) value;
    }

    private static String placed(String digits, int point) {
        if (point > MOST_DIGITS_BEFORE_THE_POINT || point <= -MOST_ZEROS_AFTER_THE_POINT) {
            return scientific(digits, point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return digits + "0".repeat(point - digits.length());
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String scientific(String digits, int exponent) {
        String mantissa =
                digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
