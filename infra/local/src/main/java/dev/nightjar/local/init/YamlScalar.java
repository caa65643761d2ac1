package dev.nightjar.local.init;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as YAML reads them back: bare where that is safe, else within double quotes. */
final class YamlScalar {
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private YamlScalar() {}

    /** The text as a scalar or key. */
    static String of(String text) {
        boolean bare =
                BARE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return bare ? text : quoted(text);
    }

    /** The text within double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> append(quoted, character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int character) {
        switch (character) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\t' -> quoted.append("\\t");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            default -> {
                if (Character.isISOControl(character) || character == 0xFEFF) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04X", character));
                } else {
                    quoted.appendCodePoint(character);
                }
            }
        }
    }
}
