package dev.nightjar.pipeline.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where pipeline files lie: every {@code *.yaml} and {@code *.yml} that is not hidden is one. */
public final class PipelineFolder {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");

    private PipelineFolder() {}

    /**
     * The files in the order of their names; none where there is no folder.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PipelineFolder::isPipeline).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPipeline(Path file) {
        String name = name(file);
        return endsLikeOne(name) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** The file of a pipeline, if the folder has one with that name. */
    public static Optional<Path> file(Path folder, String pipeline) {
        return ENDINGS.stream()
                .map(ending -> folder.resolve(pipeline + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether a pipeline file may be called so. */
    public static boolean endsLikeOne(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The file's name without folders and ending. */
    public static String withoutEnding(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return ENDINGS.stream()
                .filter(name.toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
