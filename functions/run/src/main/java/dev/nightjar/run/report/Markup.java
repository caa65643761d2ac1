package dev.nightjar.run.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML and SVG. Whatever comes from a record is escaped, elements are closed in order, and
 * the result is well-formed XML too. Not safe for use by multiple threads.
 */
final class Markup {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> WITHOUT_CONTENT = Set.of("meta", "br");
    private static final Set<String> BLOCKS =
            Set.of("tr", "section", "figure", "svg", "table", "div", "p", "style", "head", "li");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean tagStands;

    /** Opens an element; attributes may follow. */
    Markup open(String element) {
        finishTag();
        out.append('<').append(named(element));
        open.push(element);
        tagStands = true;
        return this;
    }

    /** Opens an element of a style class. */
    Markup open(String element, String styleClass) {
        return open(element).attribute("class", styleClass);
    }

    /** Adds an attribute to the element just opened. */
    Markup attribute(String name, String value) {
        if (!tagStands) {
            throw new IllegalStateException("no tag is open for the attribute " + name);
        }
        out.append(' ').append(named(name)).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    /** Adds a coordinate, with two digits after the point at the most. */
    Markup attribute(String name, double value) {
        return attribute(name, coordinate(value));
    }

    /** Adds text to the open element. */
    Markup text(String text) {
        finishTag();
        escape(text, false);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        String element = open.pop();
        if (tagStands && WITHOUT_CONTENT.contains(element)) {
            out.append("/>");
            tagStands = false;
            return this;
        }
        finishTag();
        out.append("</").append(element).append('>');
        if (BLOCKS.contains(element)) {
            out.append('\n');
        }
        return this;
    }

    /** An element that holds text alone. */
    Markup leaf(String element, String text) {
        return open(element).text(text).close();
    }

    /** An element of a style class that holds text alone. */
    Markup leaf(String element, String styleClass, String text) {
        return open(element, styleClass).text(text).close();
    }

    /** The finished document. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.append('\n').toString();
    }

    /** A number as SVG reads it. */
    static String coordinate(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no coordinate: " + value);
        }
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded);
    }

    private void finishTag() {
        if (tagStands) {
            out.append('>');
            tagStands = false;
        }
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' names no element or attribute");
        }
        return name;
    }

    private void escape(String text, boolean quotes) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                default -> out.appendCodePoint(visible(character));
            }
        }
    }

    /** Control characters and halves of characters are no text in any document. */
    private static int visible(int character) {
        boolean control = character < 0x20 && character != '\n' && character != '\t';
        boolean half = character >= 0xD800 && character <= 0xDFFF;
        boolean none = (character >= 0x7F && character <= 0x9F) || (character & 0xFFFE) == 0xFFFE;
        return control || half || none ? 0xFFFD : character;
    }
}
