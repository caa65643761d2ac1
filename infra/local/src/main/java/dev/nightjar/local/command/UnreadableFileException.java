package dev.nightjar.local.command;

import java.io.Serial;

/** A file that a user named cannot be read. */
final class UnreadableFileException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableFileException(String text) {
        super(text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
