package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A decimal digit pattern: mandatory digits, optional ones and separators (XPath and XQuery
 * Functions and Operators 3.1, 4.6.1). Immutable.
 *
 * @param zero the code point of the script's zero
 * @param separators from the right
 * @param interval the same distance between all separators, or 0
 */
record DigitPattern(
        int zero, int mandatory, int optional, List<Separator> separators, int interval) {
    private static final char OPTIONAL = '#';

    /** A separator, and the digits to its right. */
    record Separator(int position, String sign) {}

    /**
     * The pattern of a picture, or null when it has no digit.
     *
     * @throws JsonataError D3131 when it mixes digits of several scripts
     */
    static @Nullable DigitPattern of(String picture) {
        int zero = -1;
        int mandatory = 0;
        int optional = 0;
        List<Separator> separators = new ArrayList<>();
        int[] signs = picture.codePoints().toArray();
        for (int i = signs.length - 1; i >= 0; i--) {
            int digit =
                    Character.getType(signs[i]) == Character.DECIMAL_DIGIT_NUMBER
                            ? Character.digit(signs[i], 10)
                            : -1;
            if (digit >= 0) {
                int own = signs[i] - digit;
                if (zero >= 0 && own != zero) {
                    throw JsonataError.of("D3131");
                }
                zero = own;
                mandatory++;
            } else if (signs[i] == OPTIONAL) {
                optional++;
            } else {
                separators.add(new Separator(mandatory + optional, Character.toString(signs[i])));
            }
        }
        return zero < 0
                ? null
                : new DigitPattern(zero, mandatory, optional, separators, interval(separators));
    }

    private static int interval(List<Separator> separators) {
        boolean differ = separators.stream().map(Separator::sign).distinct().count() > 1;
        return differ ? 0 : EvenSpacing.of(separators.stream().map(Separator::position).toList());
    }

    DigitPattern with(int otherMandatory) {
        return new DigitPattern(zero, otherMandatory, optional, separators, interval);
    }

    boolean isRegular() {
        return interval > 0;
    }

    /** Digits from 0 to 9 in this pattern. */
    String format(String number) {
        String padded = "0".repeat(Math.max(0, mandatory - number.length())) + number;
        StringBuilder text = new StringBuilder();
        padded.codePoints().forEach(sign -> text.appendCodePoint(sign + zero - '0'));
        int length = text.length();
        if (isRegular()) {
            for (int at = length - interval; at > 0; at -= interval) {
                text.insert(at, separators.getFirst().sign());
            }
            return text.toString();
        }
        for (Separator separator : separators) {
            if (length > separator.position()) {
                text.insert(length - separator.position(), separator.sign());
            }
        }
        return text.toString();
    }

    /** A text in this pattern as digits from 0 to 9. */
    String plain(String text) {
        String digits = text;
        if (isRegular()) {
            digits = digits.replace(",", "");
        } else {
            for (Separator separator : separators) {
                digits = digits.replace(separator.sign(), "");
            }
        }
        if (zero == '0') {
            return digits;
        }
        StringBuilder plain = new StringBuilder();
        digits.codePoints().forEach(sign -> plain.appendCodePoint(Math.max(0, sign - zero + '0')));
        return plain.toString();
    }
}
