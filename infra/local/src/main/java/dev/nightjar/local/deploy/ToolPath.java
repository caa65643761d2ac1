package dev.nightjar.local.deploy;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where programs are found.
 *
 * @param path the variable PATH
 */
public record ToolPath(String path) {
    public ToolPath {
        requireNonNull(path, "path is null");
    }

    /** The first executable file of the name. */
    public Optional<Path> find(String name) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
