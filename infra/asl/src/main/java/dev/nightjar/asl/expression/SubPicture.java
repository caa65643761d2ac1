package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One half of a number's picture, taken apart and checked (XPath and XQuery Functions and Operators
 * 3.1, 4.7.3). Immutable.
 */
record SubPicture(
        PictureSymbols symbols,
        String text,
        String prefix,
        String suffix,
        String active,
        String mantissa,
        String integer,
        String fraction,
        @Nullable String exponent) {

    static SubPicture of(String text, PictureSymbols symbols) {
        int from = 0;
        int to = text.length();
        while (from < to && !isAnchor(text.charAt(from), symbols)) {
            from++;
        }
        while (to > from && !isAnchor(text.charAt(to - 1), symbols)) {
            to--;
        }
        boolean none = from == to;
        SubPicture sub = none ? of(text, symbols, 0, text.length()) : of(text, symbols, from, to);
        sub.check();
        return sub;
    }

    private static boolean isAnchor(char letter, PictureSymbols symbols) {
        return symbols.isActive(letter)
                && !String.valueOf(letter).equals(symbols.exponentSeparator());
    }

    private static SubPicture of(String text, PictureSymbols symbols, int from, int to) {
        String active = text.substring(from, to);
        int at = text.indexOf(symbols.exponentSeparator(), from);
        boolean exponential = at >= 0 && at <= to;
        String mantissa = exponential ? head(active, at) : active;
        String exponent = exponential ? tail(active, at + 1) : null;
        int point = mantissa.indexOf(symbols.decimalSeparator());
        return new SubPicture(
                symbols,
                text,
                text.substring(0, from),
                text.substring(to),
                active,
                mantissa,
                point < 0 ? mantissa : mantissa.substring(0, point),
                point < 0 ? "" : mantissa.substring(point + 1),
                exponent);
    }

    private static String head(String text, int end) {
        return text.substring(0, Math.min(end, text.length()));
    }

    private static String tail(String text, int start) {
        return text.substring(Math.min(start, text.length()));
    }

    /** Of several faults the last in this order is told, as the reference does. */
    private void check() {
        String fault = null;
        fault = isTwice(symbols.decimalSeparator()) ? "D3081" : fault;
        fault = isTwice(symbols.percent()) ? "D3082" : fault;
        fault = isTwice(symbols.perMille()) ? "D3083" : fault;
        fault = has(symbols.percent()) && has(symbols.perMille()) ? "D3084" : fault;
        fault = symbols.digitsAndOptional(mantissa) == 0 ? "D3085" : fault;
        fault = hasPassive() ? "D3086" : fault;
        fault = groupTouchesPoint() ? "D3087" : fault;
        fault = groupEndsInteger() ? "D3088" : fault;
        fault = has(symbols.groupingSeparator().repeat(2)) ? "D3089" : fault;
        fault = isMandatoryBeforeOptional() ? "D3090" : fault;
        fault = isOptionalBeforeMandatory() ? "D3091" : fault;
        fault = isScaledTwice() ? "D3092" : fault;
        fault = isExponentWrong() ? "D3093" : fault;
        if (fault != null) {
            throw JsonataError.of(fault);
        }
    }

    private boolean has(String symbol) {
        return text.contains(symbol);
    }

    private boolean isTwice(String symbol) {
        return text.indexOf(symbol) != text.lastIndexOf(symbol);
    }

    private boolean hasPassive() {
        return active.chars().anyMatch(letter -> !symbols.isActive((char) letter));
    }

    private boolean groupTouchesPoint() {
        int point = text.indexOf(symbols.decimalSeparator());
        return point >= 0 && (isGroup(text, point - 1) || isGroup(text, point + 1));
    }

    private boolean groupEndsInteger() {
        return !has(symbols.decimalSeparator()) && isGroup(integer, integer.length() - 1);
    }

    private boolean isGroup(String part, int index) {
        return index >= 0
                && index < part.length()
                && String.valueOf(part.charAt(index)).equals(symbols.groupingSeparator());
    }

    private boolean isMandatoryBeforeOptional() {
        int optional = integer.indexOf(symbols.digit());
        return optional >= 0 && symbols.digits(integer.substring(0, optional)) > 0;
    }

    private boolean isOptionalBeforeMandatory() {
        int optional = fraction.lastIndexOf(symbols.digit());
        return optional >= 0 && symbols.digits(fraction.substring(optional)) > 0;
    }

    private boolean isScaledTwice() {
        boolean scaled = has(symbols.percent()) || has(symbols.perMille());
        return exponent != null && !exponent.isEmpty() && scaled;
    }

    private boolean isExponentWrong() {
        return exponent != null
                && (exponent.isEmpty() || symbols.digits(exponent) < exponent.length());
    }

    /** The places of a part's grouping separators, in digits to the decimal separator. */
    List<Integer> groups(String part, boolean fromLeft) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            if (isGroup(part, i)) {
                String counted = fromLeft ? part.substring(0, i) : part.substring(i);
                places.add(symbols.digitsAndOptional(counted));
            }
        }
        return places;
    }
}
