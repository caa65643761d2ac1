package dev.nightjar.asl.journal;

import java.io.Serial;

/**
 * A line in the midst of a journal is not what was written there: somebody changed it, or the disk
 * did. Nothing is guessed from such a journal; the message names file, line and reason.
 */
public final class CorruptJournalException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    CorruptJournalException(String message) {
        super(message);
    }

    CorruptJournalException(String name, int line, String reason) {
        super("%s, line %d is broken: %s".formatted(name, line, reason));
    }
}
