package dev.nightjar.core.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders that survive a power cut, and that go when their last object goes. */
final class Folders {
    private Folders() {}

    /** Makes the folder and its parents where they are missing. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            make(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(folder)) {
                throw e;
            }
        }
        force(parent);
    }

    /** Brings the names in the folder to disk. */
    static void force(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Deletes the empty folders from this one up to the root, which stays. */
    static void prune(Path root, @Nullable Path folder) throws IOException {
        Path at = folder;
        try {
            while (at != null && !at.equals(root) && !Files.isSymbolicLink(at)) {
                Files.delete(at);
                at = at.getParent();
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException done) {
            // Others still have objects here, or deleted the folder before us.
        }
    }
}
