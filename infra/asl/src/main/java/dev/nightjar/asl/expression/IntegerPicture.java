package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * A picture of whole numbers, of {@code $formatInteger}, {@code $parseInteger} and the parts of a
 * time (XPath and XQuery Functions and Operators 3.1, 4.6). Immutable.
 */
final class IntegerPicture {
    private static final List<Integer> NUMERALS =
            List.of(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1);
    private static final List<String> ROMAN =
            List.of("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i");
    private static final int LETTERS = 26;

    private final Kind kind;
    private final LetterCase letterCase;
    private final boolean ordinal;
    private final String token;
    private final @Nullable DigitPattern digits;

    enum Kind {
        DECIMAL,
        LETTERS,
        ROMAN,
        WORDS,
        SEQUENCE
    }

    enum LetterCase {
        UPPER,
        LOWER,
        TITLE
    }

    private IntegerPicture(
            Kind kind,
            LetterCase letterCase,
            boolean ordinal,
            String token,
            @Nullable DigitPattern digits) {
        this.kind = kind;
        this.letterCase = letterCase;
        this.ordinal = ordinal;
        this.token = token;
        this.digits = digits;
    }

    /**
     * Reads a picture.
     *
     * @throws JsonataError D3131 when it mixes digits of several scripts
     */
    static IntegerPicture of(String picture) {
        int semicolon = picture.lastIndexOf(';');
        String token = semicolon < 0 ? picture : picture.substring(0, semicolon);
        boolean ordinal = semicolon >= 0 && picture.startsWith("o", semicolon + 1);
        return switch (token) {
            case "A" -> new IntegerPicture(Kind.LETTERS, LetterCase.UPPER, ordinal, token, null);
            case "a" -> new IntegerPicture(Kind.LETTERS, LetterCase.LOWER, ordinal, token, null);
            case "I" -> new IntegerPicture(Kind.ROMAN, LetterCase.UPPER, ordinal, token, null);
            case "i" -> new IntegerPicture(Kind.ROMAN, LetterCase.LOWER, ordinal, token, null);
            case "W" -> new IntegerPicture(Kind.WORDS, LetterCase.UPPER, ordinal, token, null);
            case "w" -> new IntegerPicture(Kind.WORDS, LetterCase.LOWER, ordinal, token, null);
            case "Ww" -> new IntegerPicture(Kind.WORDS, LetterCase.TITLE, ordinal, token, null);
            default -> {
                DigitPattern digits = DigitPattern.of(token);
                Kind kind = digits == null ? Kind.SEQUENCE : Kind.DECIMAL;
                yield new IntegerPicture(kind, LetterCase.LOWER, ordinal, token, digits);
            }
        };
    }

    /** The same with at least so many digits, when it has digits. */
    IntegerPicture withLeast(int least) {
        return digits == null || digits.mandatory() >= least ? this : withExactly(least);
    }

    /** The same with so many mandatory digits, when it has digits. */
    IntegerPicture withExactly(int mandatory) {
        return digits == null
                ? this
                : new IntegerPicture(kind, letterCase, ordinal, token, digits.with(mandatory));
    }

    @Nullable DigitPattern digits() {
        return digits;
    }

    boolean isOrdinal() {
        return ordinal;
    }

    /**
     * A number in this picture; a fraction is rounded down.
     *
     * @throws JsonataError D3130 for a numbering sequence, which is not supported
     */
    String format(double number) {
        double whole = Math.abs(Math.floor(number));
        String text =
                switch (kind) {
                    case LETTERS -> cased(letters((long) whole));
                    case ROMAN -> cased(roman((int) whole));
                    case WORDS -> cased(NumberWords.of(whole, ordinal));
                    case DECIMAL -> decimal(whole);
                    case SEQUENCE -> throw unsupported();
                };
        return number < 0 ? "-" + text : text;
    }

    private JsonataError unsupported() {
        return JsonataError.about(token, "D3130");
    }

    private String cased(String text) {
        return switch (letterCase) {
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case TITLE -> text;
        };
    }

    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('a' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < NUMERALS.size(); i++) {
            int times = rest / NUMERALS.get(i);
            roman.append(ROMAN.get(i).repeat(times));
            rest -= times * NUMERALS.get(i);
        }
        return roman.toString();
    }

    private String decimal(double number) {
        if (digits == null) {
            throw unsupported();
        }
        String text = digits.format(NumberText.of(number));
        if (!ordinal) {
            return text;
        }
        boolean teen = text.length() > 1 && text.charAt(text.length() - 2) == '1';
        return text
                + switch (teen ? '0' : text.charAt(text.length() - 1)) {
                    case '1' -> "st";
                    case '2' -> "nd";
                    case '3' -> "rd";
                    default -> "th";
                };
    }

    /**
     * The number that a text in this picture stands for, NaN for nonsense.
     *
     * @throws JsonataError D3130 for a numbering sequence, which is not supported
     */
    double parse(String text) {
        return switch (kind) {
            case LETTERS -> lettersToNumber(text, letterCase == LetterCase.UPPER ? 'A' : 'a');
            case ROMAN -> romanToNumber(text);
            case WORDS -> NumberWords.parse(text.toLowerCase(Locale.ROOT));
            case DECIMAL -> decimalToNumber(text);
            case SEQUENCE -> throw unsupported();
        };
    }

    /** A regular expression of the texts that {@link #parse} takes. */
    String regex(String repetition) {
        return switch (kind) {
            case LETTERS -> letterCase == LetterCase.UPPER ? "[A-Z]+" : "[a-z]+";
            case ROMAN -> letterCase == LetterCase.UPPER ? "[MDCLXVI]+" : "[mdclxvi]+";
            case WORDS -> "(?:" + String.join("|", NumberWords.known()) + "|and|[\\-, ])+";
            case DECIMAL -> "[0-9]" + repetition + (ordinal ? "(?:th|st|nd|rd)" : "");
            case SEQUENCE -> throw unsupported();
        };
    }

    private static double lettersToNumber(String text, char first) {
        double number = 0;
        for (int i = 0; i < text.length(); i++) {
            number = number * LETTERS + (text.charAt(i) - first + 1);
        }
        return number;
    }

    private static double romanToNumber(String text) {
        double number = 0;
        double greatest = 1;
        for (int i = text.length() - 1; i >= 0; i--) {
            String letter = text.substring(i, i + 1).toLowerCase(Locale.ROOT);
            int place = ROMAN.indexOf(letter);
            double value = place < 0 ? Double.NaN : NUMERALS.get(place);
            number += value < greatest ? -value : value;
            greatest = value < greatest ? greatest : value;
        }
        return number;
    }

    private double decimalToNumber(String text) {
        if (digits == null) {
            throw unsupported();
        }
        String plain = ordinal ? text.substring(0, Math.max(0, text.length() - 2)) : text;
        return leadingNumber(digits.plain(plain));
    }

    /** As JavaScript's parseInt reads it: what follows the digits does not matter. */
    static double leadingNumber(String text) {
        String stripped = text.strip();
        int from = stripped.startsWith("-") || stripped.startsWith("+") ? 1 : 0;
        int to = from;
        while (to < stripped.length() && Character.digit(stripped.charAt(to), 10) >= 0) {
            to++;
        }
        return to == from ? Double.NaN : Double.parseDouble(stripped.substring(0, to));
    }
}
