package dev.nightjar.cdk;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

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
            " -Ddeployables -pl functions/training,functions/scoring -am package";

    Archives {
        requireNonNull(home, "home is null");
        requireNonNull(built, "built is null");
    }

    /** The archive's file, whether or not it is there. */
    Path archive(String name) {
        return home.resolve("functions", name, built, name + ".jar");
    }

    /** Which of the archives are not there, and the command that builds them. */
    List<String> problems(Collection<String> names) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            if (!Files.isRegularFile(archive(name))) {
                problems.add("there is no " + home.relativize(archive(name)));
            }
        }
        if (!problems.isEmpty()) {
            String quick = built.equals(QUICK) ? " -Dquick" : "";
            problems.add("Build the archives with mvn" + quick + BUILD);
        }
        return List.copyOf(problems);
    }
}
