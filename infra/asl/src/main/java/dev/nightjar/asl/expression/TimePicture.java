package dev.nightjar.asl.expression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A picture of a time: texts and markers in square brackets (XPath and XQuery Functions and
 * Operators 3.1, 9.8.4, with JSONata's X and x for the year and the month that a week counts to).
 * Immutable.
 */
record TimePicture(List<Part> parts) {
    private static final Map<Character, String> PRESENTATIONS =
            Map.ofEntries(
                    Map.entry('Y', "1"),
                    Map.entry('M', "1"),
                    Map.entry('D', "1"),
                    Map.entry('d', "1"),
                    Map.entry('F', "n"),
                    Map.entry('W', "1"),
                    Map.entry('w', "1"),
                    Map.entry('X', "1"),
                    Map.entry('x', "1"),
                    Map.entry('H', "1"),
                    Map.entry('h', "1"),
                    Map.entry('P', "n"),
                    Map.entry('m', "01"),
                    Map.entry('s', "01"),
                    Map.entry('f', "1"),
                    Map.entry('Z', "01:01"),
                    Map.entry('z', "01:01"),
                    Map.entry('C', "n"),
                    Map.entry('E', "n"));
    private static final String NUMBERS = "YMDdFWwXxHhmsfZz";

    /** A text, or a marker. */
    sealed interface Part {}

    /** Stands for itself. */
    record Literal(String text) implements Part {}

    /**
     * Stands for a part of the time.
     *
     * @param component its letter
     * @param names the case of its name, when it is shown by name
     * @param number the picture of its number, else
     * @param longest the most letters of its name, or null
     * @param size the digits of a year, month or day, or null
     * @param traditional whether UTC is Z
     */
    record Marker(
            char component,
            IntegerPicture.@Nullable LetterCase names,
            @Nullable IntegerPicture number,
            @Nullable Integer longest,
            @Nullable Integer size,
            boolean traditional)
            implements Part {}

    /**
     * Reads a picture.
     *
     * @throws JsonataError D3132 for an unknown letter, D3135 for a bracket that is not closed
     */
    static TimePicture of(String picture) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < picture.length()) {
            if (picture.startsWith("[[", at)) {
                addLiteral(parts, picture.substring(start, at));
                parts.add(new Literal("["));
                at += 2;
                start = at;
            } else if (picture.charAt(at) == '[') {
                addLiteral(parts, picture.substring(start, at));
                int end = picture.indexOf(']', at);
                if (end < 0) {
                    throw JsonataError.of("D3135");
                }
                parts.add(marker(picture.substring(at + 1, end).replaceAll("\\s+", "")));
                at = end + 1;
                start = at;
            } else {
                at++;
            }
        }
        addLiteral(parts, picture.substring(start));
        return new TimePicture(parts);
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text.replace("]]", "]")));
        }
    }

    private static Marker marker(String text) {
        char component = text.isEmpty() ? ' ' : text.charAt(0);
        int comma = text.lastIndexOf(',');
        String presentation =
                text.isEmpty() ? "" : text.substring(1, comma < 1 ? text.length() : comma);
        String width = comma < 1 ? "" : text.substring(comma + 1);
        String modifier = "";
        if (presentation.length() > 1
                && "atco".indexOf(presentation.charAt(presentation.length() - 1)) >= 0) {
            modifier = presentation.substring(presentation.length() - 1);
            presentation = presentation.substring(0, presentation.length() - 1);
        }
        if (presentation.isEmpty()) {
            String usual = PRESENTATIONS.get(component);
            if (usual == null) {
                throw JsonataError.about(String.valueOf(component).strip(), "D3132");
            }
            presentation = usual;
        }
        return marker(component, presentation, modifier, width);
    }

    private static Marker marker(
            char component, String presentation, String modifier, String width) {
        int dash = width.indexOf('-');
        Integer least = widthOf(dash < 0 ? width : width.substring(0, dash));
        Integer most = dash < 0 ? null : widthOf(width.substring(dash + 1));
        boolean traditional = modifier.equals("t");
        IntegerPicture.LetterCase names = namesOf(presentation);
        boolean zone = component == 'Z' || component == 'z';
        if (NUMBERS.indexOf(component) < 0 || (names != null && !zone)) {
            return new Marker(component, names, null, most, null, traditional);
        }
        IntegerPicture number =
                IntegerPicture.of(
                        modifier.isEmpty() || zone ? presentation : presentation + ";" + modifier);
        if (zone) {
            return new Marker(component, names, number, most, null, traditional);
        }
        number = least == null ? number : number.withLeast(least);
        Integer size = null;
        if ("YMD".indexOf(component) >= 0) {
            DigitPattern digits = number.digits();
            if (most != null) {
                size = most;
                number = number.withExactly(most);
            } else if (digits != null && digits.mandatory() + digits.optional() >= 2) {
                size = digits.mandatory() + digits.optional();
            }
        }
        return new Marker(component, null, number, most, size, traditional);
    }

    private static @Nullable Integer widthOf(String text) {
        double width = IntegerPicture.leadingNumber(text);
        return Double.isNaN(width) ? null : (Integer) (int) width;
    }

    private static IntegerPicture.@Nullable LetterCase namesOf(String presentation) {
        if (presentation.startsWith("n")) {
            return IntegerPicture.LetterCase.LOWER;
        }
        if (presentation.startsWith("Nn")) {
            return IntegerPicture.LetterCase.TITLE;
        }
        return presentation.startsWith("N") ? IntegerPicture.LetterCase.UPPER : null;
    }

    static String cased(String name, IntegerPicture.LetterCase letterCase) {
        return switch (letterCase) {
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case TITLE -> name;
        };
    }
}
