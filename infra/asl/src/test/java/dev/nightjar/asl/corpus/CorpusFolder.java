package dev.nightjar.asl.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the recorded cases are: under the folder that the system property or the environment
 * variable NIGHTJAR_SHARED names, else under ../shared beside the repository.
 */
final class CorpusFolder {
    private static final String SHARED = "NIGHTJAR_SHARED";
    private static final List<String> FOLDERS = List.of("jsonata", "measured");

    private CorpusFolder() {}

    static Optional<Path> find() {
        String named = System.getProperty(SHARED, System.getenv(SHARED));
        Optional<Path> shared =
                named != null
                        ? Optional.of(Path.of(named))
                        : repository().map(root -> root.resolveSibling("shared"));
        return shared.map(folder -> folder.resolve("asl-corpus")).filter(Files::isDirectory);
    }

    /** The folder, upwards from the current one, that holds the launcher and the root pom. */
    private static Optional<Path> repository() {
        Stream<Path> upwards =
                Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
        return upwards.filter(CorpusFolder::isRepository).findFirst();
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve("nightjar"))
                && Files.isRegularFile(folder.resolve("pom.xml"));
    }

    static List<CorpusCase> cases(Path corpus) {
        return FOLDERS.stream().flatMap(folder -> read(corpus.resolve(folder))).toList();
    }

    private static Stream<CorpusCase> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(CorpusCase::read);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
