package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the functions' archives are: what the build made of {@code functions/training} and {@code
 * functions/scoring}. Immutable.
 *
 * @param home the repository's root
 * @param built the folder of each module that its archive is in, {@link #QUICK} or {@link #CHECKED}
 */
record Archives(Path home, String built) {
    /** Where the launcher's build leaves them. */
    static final String QUICK = "target/quick";

    /** Where a whole build leaves them. */
    static final String CHECKED = "target";

    private static final String BUILD =
            "mvn -Ddeployables -pl functions/training,functions/scoring -am package";

    Archives {
        requireNonNull(home, "home is null");
        requireNonNull(built, "built is null");
    }

    /**
     * The archive's file.
     *
     * @throws NotDeployable naming the command that builds it when it is not there
     */
    Path archive(String name) {
        Path file = home.resolve("functions", name, built, name + ".jar");
        if (!Files.isRegularFile(file)) {
            String quick = built.equals(QUICK) ? " -Dquick" : "";
            throw new NotDeployable(
                    List.of(
                            "there is no " + home.relativize(file) + ". Build it with",
                            "  " + BUILD.replace("mvn", "mvn" + quick)));
        }
        return file;
    }
}
