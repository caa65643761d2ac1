package dev.nightjar.core.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells keys apart that differ by case only, where the file system takes them for one name. Safe
 * for use by multiple threads.
 */
final class Spelling {
    private final Path root;
    private final Predicate<Path> exists;
    private volatile @Nullable Boolean caseMatters;

    /**
     * @param exists whether the file system finds something under the path, in its own view of case
     */
    Spelling(Path root, Predicate<Path> exists) {
        this.root = root;
        this.exists = exists;
    }

    /** The name that really stands where the path leads, when it is another than the path says. */
    Optional<String> other(Path path) throws IOException {
        if (caseMatters()) {
            return Optional.empty();
        }
        Path at = path;
        while (at != null && !at.equals(root)) {
            Optional<String> other = otherName(at);
            if (other.isPresent()) {
                return other;
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    private boolean caseMatters() {
        Boolean known = caseMatters;
        if (known == null) {
            Path locks = root.resolve(KeyLocks.FOLDER);
            if (!exists.test(locks)) {
                return true; // nothing was written yet, so there is nothing to mistake
            }
            known = !exists.test(root.resolve(KeyLocks.FOLDER.toUpperCase(Locale.ROOT)));
            caseMatters = known;
        }
        return known;
    }

    private Optional<String> otherName(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder == null || !exists.test(path)) {
            return Optional.empty();
        }
        String wanted = String.valueOf(path.getFileName());
        Optional<String> other = Optional.empty();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.equals(wanted)) {
                    return Optional.empty();
                }
                if (name.equalsIgnoreCase(wanted)) {
                    other = Optional.of(name);
                }
            }
        }
        return other;
    }
}
