package dev.nightjar.pipeline.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where pipeline files lie: every {@code *.yaml} of a folder is one. */
public final class PipelineFolder {
    /** How the name of a pipeline file ends. */
    public static final String YAML = ".yaml";

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
            return files.filter(file -> file.toString().endsWith(YAML)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
