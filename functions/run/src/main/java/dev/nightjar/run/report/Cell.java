package dev.nightjar.run.report;

import static java.util.Objects.requireNonNull;

/**
 * One cell of a {@link Table}.
 *
 * @param style class of its text; empty for none
 */
record Cell(String text, String style) {
    Cell {
        requireNonNull(text, "text is null");
        requireNonNull(style, "style is null");
    }

    static Cell of(String text) {
        return new Cell(text, "");
    }

    /** Something that a machine reads: a key, a digest, a gate. */
    static Cell code(String text) {
        return new Cell(text, "code");
    }

    /** A digest, cut to what tells it apart, on one line. */
    static Cell digest(String text) {
        return new Cell(Figures.shortened(text, 17), "code line");
    }

    static Cell good(String text) {
        return new Cell(text, "good");
    }

    static Cell bad(String text) {
        return new Cell(text, "bad");
    }

    static Cell muted(String text) {
        return new Cell(text, "muted");
    }

    /** Whether it is set in the type of machines. */
    boolean machine() {
        return style.startsWith("code");
    }

    static Cell marked(boolean good, String text) {
        return good ? good(text) : bad(text);
    }
}
