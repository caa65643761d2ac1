package dev.nightjar.tables.check;

import java.nio.charset.StandardCharsets;

/**
 * Numbers as tables write them: {@code [+-] digits [. digits] [e [+-] digits]}, with at least one
 * digit before the exponent. No hexadecimal, no underscore, no suffix, no NaN, no Infinity. The
 * value is the double nearest to the text, as {@link Double#parseDouble} finds it; minus zero is
 * zero. Not safe for use by multiple threads.
 */
public final class NumberGrammar {
    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 19;
    private static final int ABSURD_EXPONENT = 100_000_000;
    private static final double[] TENS = new double[23];

    static {
        double ten = 1;
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = ten;
            ten *= 10;
        }
    }

    private byte[] bytes = new byte[0];
    private int at;
    private int to;
    private long significand;
    private int digits;
    private int fraction;
    private int exponent;
    private boolean plain;
    private double value;

    /** Whether the cell is a number; its value is then {@link #value()}. */
    public boolean parse(byte[] source, int from, int end) {
        return parseShort(source, from, end) || parseAny(source, from, end);
    }

    /** The number parsed last; infinite when it is beyond the largest double. */
    public double value() {
        return value;
    }

    /** Whether the number parsed last has neither point nor exponent. */
    public boolean isPlainInteger() {
        return plain;
    }

    /** Takes what nearly all cells hold: few digits, perhaps a sign and a point. */
    private boolean parseShort(byte[] source, int from, int end) {
        boolean negative = from < end && source[from] == '-';
        int first = negative ? from + 1 : from;
        int point = -1;
        long number = 0;
        for (int i = first; i < end; i++) {
            int digit = source[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = i;
            } else {
                return false;
            }
        }
        boolean hasPoint = point >= 0;
        int count = end - first - (hasPoint ? 1 : 0);
        if (count == 0 || count >= MOST_DIGITS) {
            return false;
        }
        double magnitude = shortMagnitude(number, hasPoint ? point + 1 - end : 0);
        value = negative && number != 0 ? -magnitude : magnitude;
        plain = !hasPoint;
        return !Double.isNaN(magnitude);
    }

    private boolean parseAny(byte[] source, int from, int end) {
        bytes = source;
        at = from;
        to = end;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        significand = 0;
        digits = 0;
        fraction = 0;
        exponent = 0;
        plain = true;
        int start = at;
        digits();
        int seen = at - start;
        if (at < to && bytes[at] == '.') {
            plain = false;
            at++;
            int point = at;
            digits();
            seen += at - point;
            fraction = at - point;
        }
        if (seen == 0 || !exponent() || at != to) {
            return false;
        }
        double magnitude = magnitude(from);
        value = negative && magnitude != 0 ? -magnitude : magnitude;
        return true;
    }

    private void digits() {
        byte[] source = bytes;
        int end = to;
        while (at < end) {
            int digit = source[at] - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            significand = significand * 10 + digit;
            if (significand != 0) {
                digits++;
            }
            at++;
        }
    }

    private boolean exponent() {
        if (at == to || (bytes[at] | 0x20) != 'e') {
            return true;
        }
        plain = false;
        at++;
        boolean negative = at < to && bytes[at] == '-';
        if (negative || (at < to && bytes[at] == '+')) {
            at++;
        }
        int start = at;
        int power = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            power = power < ABSURD_EXPONENT ? power * 10 + bytes[at] - '0' : power;
            at++;
        }
        exponent = negative ? -power : power;
        return at > start;
    }

    private double magnitude(int from) {
        if (digits <= MOST_DIGITS) {
            double found = shortMagnitude(significand, exponent - fraction);
            if (!Double.isNaN(found)) {
                return found;
            }
        }
        int start = bytes[from] == '-' ? from + 1 : from;
        return Double.parseDouble(new String(bytes, start, to - start, StandardCharsets.US_ASCII));
    }

    /** Clinger's fast path where both factors are exact doubles, else Eisel and Lemire's. */
    private static double shortMagnitude(long significand, int power) {
        if (significand == 0) {
            return 0;
        }
        if (significand > 0 && significand <= EXACT && power >= -22 && power <= 22) {
            return power < 0 ? significand / TENS[-power] : significand * TENS[power];
        }
        return DecimalPowers.nearest(significand, power);
    }
}
