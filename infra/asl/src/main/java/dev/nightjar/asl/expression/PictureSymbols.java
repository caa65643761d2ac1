package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** The symbols of a number's picture, by their names in XPath's decimal formats. Immutable. */
final class PictureSymbols {
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("decimal-separator", "."),
                    Map.entry("grouping-separator", ","),
                    Map.entry("exponent-separator", "e"),
                    Map.entry("infinity", "Infinity"),
                    Map.entry("minus-sign", "-"),
                    Map.entry("NaN", "NaN"),
                    Map.entry("percent", "%"),
                    Map.entry("per-mille", "‰"),
                    Map.entry("zero-digit", "0"),
                    Map.entry("digit", "#"),
                    Map.entry("pattern-separator", ";"));

    private static final int DIGITS = 10;

    private final Map<String, String> symbols;

    private PictureSymbols(Map<String, String> symbols) {
        this.symbols = symbols;
    }

    static PictureSymbols with(@Nullable Map<?, ?> options) {
        if (options == null) {
            return new PictureSymbols(DEFAULTS);
        }
        Map<String, String> symbols = new LinkedHashMap<>(DEFAULTS);
        options.forEach((name, symbol) -> symbols.put(String.valueOf(name), symbolOf(symbol)));
        return new PictureSymbols(symbols);
    }

    private static String symbolOf(@Nullable Object symbol) {
        if (symbol instanceof String text) {
            return text;
        }
        throw JsonataError.of("T0410", Map.of("index", 3));
    }

    private String symbol(String name) {
        return symbols.getOrDefault(name, "");
    }

    String decimalSeparator() {
        return symbol("decimal-separator");
    }

    String groupingSeparator() {
        return symbol("grouping-separator");
    }

    String exponentSeparator() {
        return symbol("exponent-separator");
    }

    String patternSeparator() {
        return symbol("pattern-separator");
    }

    String minusSign() {
        return symbol("minus-sign");
    }

    String percent() {
        return symbol("percent");
    }

    String perMille() {
        return symbol("per-mille");
    }

    String digit() {
        return symbol("digit");
    }

    String infinity() {
        return symbol("infinity");
    }

    String notANumber() {
        return symbol("NaN");
    }

    /** Whether a character is of the decimal digit family, which starts with the zero digit. */
    boolean isDigit(char letter) {
        int place = letter - zero();
        return place >= 0 && place < DIGITS;
    }

    private char zero() {
        return symbol("zero-digit").isEmpty() ? '0' : symbol("zero-digit").charAt(0);
    }

    /** Whether a character has a meaning in a picture, the exponent separator included. */
    boolean isActive(char letter) {
        String text = String.valueOf(letter);
        return isDigit(letter)
                || text.equals(decimalSeparator())
                || text.equals(exponentSeparator())
                || text.equals(groupingSeparator())
                || text.equals(digit())
                || text.equals(patternSeparator());
    }

    int digits(String part) {
        return (int) part.chars().filter(letter -> isDigit((char) letter)).count();
    }

    int digitsAndOptional(String part) {
        return (int) part.chars().filter(letter -> isPlace((char) letter)).count();
    }

    /** Whether a character stands for a digit of the number. */
    boolean isPlace(char letter) {
        return isDigit(letter) || String.valueOf(letter).equals(digit());
    }

    /** Digits from 0 to 9 as those of the family. */
    String inFamily(String digits) {
        if (zero() == '0') {
            return digits;
        }
        StringBuilder family = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char letter = digits.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            family.append(digit ? (char) (letter - '0' + zero()) : letter);
        }
        return family.toString();
    }
}
