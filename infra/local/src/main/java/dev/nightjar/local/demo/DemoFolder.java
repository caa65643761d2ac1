package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.command.CommandFailure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The demo's own store: a file in it says that everything beside the file may go. */
record DemoFolder(Path path) {
    private static final String MARKER = ".nightjar-demo";
    private static final int USAGE = 2;

    DemoFolder {
        requireNonNull(path, "path is null");
    }

    /** Where the data root lies. */
    Path data() {
        return path.resolve("data");
    }

    /**
     * Makes the folder, empty but for the marker.
     *
     * @throws CommandFailure when something else lies there
     */
    void startFresh() throws IOException {
        if (Files.exists(path) && !Files.exists(path.resolve(MARKER)) && !isEmpty()) {
            throw new CommandFailure(
                    USAGE,
                    path + " holds other things than a demo; it is left as it is",
                    "./nightjar demo --store ANOTHER-FOLDER");
        }
        Files.createDirectories(path);
        clear();
        Files.writeString(
                path.resolve(MARKER), "Made by `nightjar demo`, which empties this folder.\n");
        Files.createDirectory(data());
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            return !children.iterator().hasNext();
        }
    }

    /** Deletes what is below, the marker last: a demo that was stopped half-way is still one. */
    private void clear() throws IOException {
        Path marker = path.resolve(MARKER);
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (!file.equals(marker)) {
                            Files.delete(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException problem) throws IOException {
                        if (problem != null) {
                            throw problem;
                        }
                        if (!folder.equals(path)) {
                            Files.delete(folder);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
