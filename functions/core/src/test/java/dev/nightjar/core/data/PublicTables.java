package dev.nightjar.core.data;

import static org.junit.jupiter.api.Assumptions.abort;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the public tables, which lie beside the repository and not in it. */
public final class PublicTables {
    private static final String PROPERTY = "nightjar.shared";
    private static final String VARIABLE = "NIGHTJAR_SHARED";

    private PublicTables() {}

    /** The folder of the tables; without one the test is skipped. */
    public static Path folder() {
        Path shared = shared();
        Path data = shared == null ? null : shared.resolve("data");
        if (data == null || !Files.isRegularFile(data.resolve("reference.json"))) {
            return abort(
                    "no public tables: neither ../shared/data beside the repository, nor -D"
                            + PROPERTY
                            + ", nor "
                            + VARIABLE);
        }
        return data;
    }

    /** The named file or folder below the tables; without it the test is skipped. */
    public static Path find(String name) {
        Path found = folder().resolve(name);
        return Files.exists(found) ? found : abort("the public tables have no " + name);
    }

    private static @Nullable Path shared() {
        String named = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("functions"))
                    && Files.isDirectory(at.resolve("infra"))) {
                return at.resolveSibling("shared");
            }
        }
        return null;
    }
}
