package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code $formatNumber} (XPath and XQuery Functions and Operators 3.1, section 4.7, with JSONata's
 * codes for the errors of 4.7.3).
 */
final class NumberPicture {
    private static final int MOST_SUB_PICTURES = 2;

    private final PictureSymbols symbols;
    private final SubPicture sub;
    private final String prefix;
    private int leastInteger;
    private int leastFraction;
    private int mostFraction;
    private final int leastExponent;
    private final int scaling;

    private NumberPicture(PictureSymbols symbols, SubPicture sub, String prefix) {
        this.symbols = symbols;
        this.sub = sub;
        this.prefix = prefix;
        this.scaling = symbols.digits(sub.integer());
        this.leastExponent = sub.exponent() == null ? 0 : symbols.digits(sub.exponent());
        analyse();
    }

    /**
     * A number in words of a picture.
     *
     * @param options other symbols, by their names in XPath; may be null
     * @throws JsonataError D3080 to D3093 when the picture is wrong
     */
    static String format(double value, String picture, @Nullable Map<?, ?> options) {
        PictureSymbols symbols = PictureSymbols.with(options);
        String[] parts = picture.split(Pattern.quote(symbols.patternSeparator()), -1);
        if (parts.length > MOST_SUB_PICTURES) {
            throw JsonataError.of("D3080");
        }
        List<SubPicture> subs = new ArrayList<>();
        for (String part : parts) {
            subs.add(SubPicture.of(part, symbols));
        }
        boolean negative = !(value >= 0);
        SubPicture sub = negative ? subs.getLast() : subs.getFirst();
        String sign = negative && subs.size() == 1 ? symbols.minusSign() : "";
        return new NumberPicture(symbols, sub, sign + sub.prefix()).format(value);
    }

    /** The sizes of the parts (4.7.4). */
    private void analyse() {
        boolean exponent = sub.exponent() != null;
        leastInteger = scaling;
        leastFraction = symbols.digits(sub.fraction());
        mostFraction = symbols.digitsAndOptional(sub.fraction());
        if (leastInteger == 0 && mostFraction == 0) {
            if (exponent) {
                leastFraction = 1;
                mostFraction = 1;
            } else {
                leastInteger = 1;
            }
        }
        if (exponent && leastInteger == 0 && sub.integer().contains(symbols.digit())) {
            leastInteger = 1;
        }
        if (leastInteger == 0 && leastFraction == 0) {
            leastFraction = 1;
        }
    }

    /** The number itself (4.7.5). */
    private String format(double value) {
        double scaled = Math.abs(value);
        if (sub.text().contains(symbols.percent())) {
            scaled *= 100;
        } else if (sub.text().contains(symbols.perMille())) {
            scaled *= 1000;
        }
        if (!Double.isFinite(scaled)) {
            String name = Double.isNaN(scaled) ? symbols.notANumber() : symbols.infinity();
            return prefix + name + sub.suffix();
        }
        int exponent = leastExponent == 0 ? 0 : exponentOf(scaled);
        double mantissa = leastExponent == 0 ? scaled : scaledBy(scaled, -exponent);
        return prefix + mantissa(mantissa) + exponent(exponent) + sub.suffix();
    }

    /** Brings the mantissa between the powers of ten that the picture's integer part allows. */
    private int exponentOf(double value) {
        if (value == 0) {
            return 0;
        }
        double most = Math.pow(10, scaling);
        double least = Math.pow(10, scaling - 1);
        int exponent = 0;
        for (double mantissa = value; mantissa < least; mantissa *= 10) {
            exponent--;
        }
        for (double mantissa = value; mantissa > most; mantissa /= 10) {
            exponent++;
        }
        return exponent;
    }

    private static double scaledBy(double value, int places) {
        double scaled = value;
        for (int i = 0; i < places; i++) {
            scaled *= 10;
        }
        for (int i = 0; i > places; i--) {
            scaled /= 10;
        }
        return scaled;
    }

    private String mantissa(double mantissa) {
        double rounded = NumberFunctions.round(mantissa, mostFraction);
        String plain =
                new BigDecimal(rounded)
                        .setScale(mostFraction, RoundingMode.HALF_UP)
                        .toPlainString();
        int point = plain.indexOf('.');
        String integer = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        String shown = grouped(padded(stripped(integer, true), leastInteger, true));
        String rest = stripped(fraction, false);
        rest = groupedFraction(padded(rest, leastFraction, false));
        boolean noPoint = !sub.text().contains(symbols.decimalSeparator()) || rest.isEmpty();
        return symbols.inFamily(shown)
                + (noPoint ? "" : symbols.decimalSeparator() + symbols.inFamily(rest));
    }

    private static String stripped(String digits, boolean front) {
        int from = 0;
        int to = digits.length();
        while (front && from < to && digits.charAt(from) == '0') {
            from++;
        }
        while (!front && to > from && digits.charAt(to - 1) == '0') {
            to--;
        }
        return digits.substring(from, to);
    }

    private static String padded(String digits, int least, boolean front) {
        String zeros = "0".repeat(Math.max(0, least - digits.length()));
        return front ? zeros + digits : digits + zeros;
    }

    private String grouped(String digits) {
        List<Integer> positions = sub.groups(sub.integer(), false);
        int regular = EvenSpacing.of(positions);
        StringBuilder grouped = new StringBuilder(digits);
        if (regular > 0) {
            for (int at = digits.length() - regular; at > 0; at -= regular) {
                grouped.insert(at, symbols.groupingSeparator());
            }
            return grouped.toString();
        }
        for (int position : positions.reversed()) {
            if (digits.length() > position) {
                grouped.insert(digits.length() - position, symbols.groupingSeparator());
            }
        }
        return grouped.toString();
    }

    private String groupedFraction(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int position : sub.groups(sub.fraction(), true).reversed()) {
            if (position <= digits.length()) {
                grouped.insert(position, symbols.groupingSeparator());
            }
        }
        return grouped.toString();
    }

    private String exponent(int exponent) {
        if (leastExponent == 0) {
            return "";
        }
        String digits = padded(Integer.toString(Math.abs(exponent)), leastExponent, true);
        String sign = exponent < 0 ? symbols.minusSign() : "";
        return symbols.exponentSeparator() + sign + symbols.inFamily(digits);
    }
}
