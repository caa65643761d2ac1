package dev.nightjar.local.bench;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.platform.Home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The archives that AWS gets, as they were built last. */
record Deployables(Path scoring, Path training) {
    /** Makes them. */
    static final String COMMAND =
            "mvn -q -Dquick -Ddeployables -pl functions/scoring,functions/training -am package";

    Deployables {
        requireNonNull(scoring, "scoring is null");
        requireNonNull(training, "training is null");
    }

    /** Those of the repository, where both were made. */
    static Optional<Deployables> of(Home home) {
        return newest(home, "scoring")
                .flatMap(
                        scoring ->
                                newest(home, "training")
                                        .map(training -> new Deployables(scoring, training)));
    }

    /** The launcher builds beside the whole build. */
    private static Optional<Path> newest(Home home, String name) {
        Path target = home.folder().resolve("functions").resolve(name).resolve("target");
        return Stream.of(target, target.resolve("quick"))
                .map(folder -> folder.resolve(name + ".jar"))
                .filter(Files::exists)
                .max(Comparator.comparing(Deployables::written));
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
