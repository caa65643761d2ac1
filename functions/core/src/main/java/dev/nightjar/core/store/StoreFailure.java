package dev.nightjar.core.store;

import dev.nightjar.core.error.Transient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;

/** Says of a failure of the file system whether trying again may help, and names the key. */
final class StoreFailure {
    private StoreFailure() {}

    /**
     * @param attempt what was tried, such as {@code "read loans/serving.json"}
     */
    static RuntimeException of(String attempt, IOException e) {
        return switch (e) {
            case ClosedByInterruptException interrupted ->
                    new Transient("Interrupted while trying to " + attempt, interrupted);
            case FileLockInterruptionException interrupted ->
                    new Transient("Interrupted while trying to " + attempt, interrupted);
            case AccessDeniedException denied ->
                    new UncheckedIOException(
                            "Permission denied: cannot " + attempt + " (" + denied.getFile() + ")",
                            denied);
            default -> other(attempt, e);
        };
    }

    private static RuntimeException other(String attempt, IOException e) {
        String message = "Cannot " + attempt + ": " + e.getMessage();
        // EMFILE has no class of its own; other work gives files back.
        boolean passing = String.valueOf(e.getMessage()).endsWith("Too many open files");
        return passing ? new Transient(message, e) : new UncheckedIOException(message, e);
    }
}
