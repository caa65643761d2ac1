package dev.nightjar.local.screen;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a step did, in a line.
 *
 * @param name of the step
 * @param text what it did
 * @param outcome the word for what it decided, or null
 */
record StepLine(String name, String text, @Nullable String outcome) {
    private static final int NAME_WIDTH = 20;
    private static final int TEXT_WIDTH = 80;

    StepLine {
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
    }

    StepLine(String name, String text) {
        this(name, text, null);
    }

    String shown(Terminal terminal) {
        String start = padded(name, NAME_WIDTH);
        return outcome == null
                ? start + text
                : start + padded(text, TEXT_WIDTH) + terminal.outcome(outcome);
    }

    static String named(String name) {
        return padded(name, NAME_WIDTH);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(2, width - text.length()));
    }
}
