package dev.nightjar.local.init;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public tables beside the repository, where they are there. */
final class RealTables {
    private RealTables() {}

    /** The folder of the tables; without one the test is skipped. */
    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("functions"))
                    && Files.isDirectory(at.resolve("infra"))) {
                Path tables = at.resolveSibling("shared").resolve("data");
                if (Files.isDirectory(tables)) {
                    return tables;
                }
            }
        }
        return abort("no public tables beside the repository");
    }
}
