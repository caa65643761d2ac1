package dev.nightjar.tables;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the public data beside the repository; a test that needs it is skipped without it. */
public final class SharedData {
    private SharedData() {}

    /** The named file or folder below {@code ../shared/data} of the repository's root. */
    public static Path find(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !isRoot(folder)) {
            folder = folder.getParent();
        }
        Path found = folder.resolveSibling("shared").resolve("data").resolve(name);
        assumeThat(found).as("shared data, absent outside the workshop").exists();
        return found;
    }

    private static boolean isRoot(Path folder) {
        return Files.isDirectory(folder.resolve("functions"))
                && Files.isDirectory(folder.resolve("infra"));
    }
}
