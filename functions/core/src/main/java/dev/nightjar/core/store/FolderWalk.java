package dev.nightjar.core.store;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk over the plain files whose keys start with a prefix, from the deepest folder that the
 * prefix names. Follows symbolic links, skips names that start with a dot.
 */
final class FolderWalk {
    record Found(String key, Path path, FileStamp stamp) {}

    private final List<Found> found = new ArrayList<>();

    /** The folders from the start to here; a link back to one of them is not followed. */
    private final Set<Object> above = new HashSet<>();

    private FolderWalk() {}

    /** The files in the order of keys. */
    static List<Found> of(Path root, String prefix) throws IOException {
        int folderEnd = prefix.lastIndexOf('/') + 1;
        String folder = prefix.substring(0, folderEnd);
        FolderWalk walk = new FolderWalk();
        walk.folder(root.resolve(folder), folder, prefix.substring(folderEnd));
        walk.found.sort(Comparator.comparing(Found::key, KeyRules.ORDER));
        return walk.found;
    }

    private void folder(Path folder, String keyBefore, String nameStart) throws IOException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, entry -> isWanted(entry, nameStart))) {
            for (Path entry : entries) {
                entry(entry, keyBefore + entry.getFileName());
            }
        } catch (NoSuchFileException | NotDirectoryException nothingThere) {
            // No folder, no keys; also when it was deleted while we came.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isWanted(Path entry, String nameStart) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith(nameStart) && !name.startsWith(".");
    }

    private void entry(Path entry, String key) throws IOException {
        Optional<BasicFileAttributes> attributes = attributes(entry);
        if (attributes.isEmpty()) {
            return;
        }
        if (!attributes.get().isDirectory()) {
            FileStamp.of(attributes.get())
                    .ifPresent(stamp -> found.add(new Found(key, entry, stamp)));
            return;
        }
        Object identity = requireNonNullElse(attributes.get().fileKey(), entry);
        if (above.add(identity)) {
            folder(entry, key + "/", "");
            above.remove(identity);
        }
    }

    private static Optional<BasicFileAttributes> attributes(Path entry) throws IOException {
        try {
            return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (FileSystemException e) {
            if (Files.isSymbolicLink(entry)) { // a link to itself, or into a file
                return Optional.empty();
            }
            throw e;
        }
    }
}
