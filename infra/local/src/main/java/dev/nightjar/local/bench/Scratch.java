package dev.nightjar.local.bench;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder for what is written while something is measured. It is removed with {@link #close}, or
 * when the process ends.
 */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final Thread atExit;

    private Scratch(Path folder) {
        this.folder = folder;
        this.atExit = new Thread(this::remove, "remove-scratch");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A new folder in the one given: on its disk, for the system's own may be memory. */
    static Scratch in(Path parent) throws IOException {
        return new Scratch(Files.createTempDirectory(parent, ".nightjar-bench-"));
    }

    /** A new folder in it. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    /** Deletes what the folders in it hold. */
    void clear() throws IOException {
        Files.walkFileTree(folder, new Removal(2));
    }

    private void remove() {
        try {
            Files.walkFileTree(folder, new Removal(0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    @Override
    public void close() {
        if (Runtime.getRuntime().removeShutdownHook(atExit)) {
            remove();
        }
    }

    /** Keeps folders above a depth; what somebody else removes meanwhile is gone as well. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        private final int kept;
        private int depth;

        Removal(int kept) {
            this.kept = kept;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            depth++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path path, @Nullable IOException problem)
                throws IOException {
            if (--depth >= kept) {
                Files.deleteIfExists(path);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
