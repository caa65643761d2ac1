package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.Machine;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * The repository that this program belongs to: its state machines, functions and example pipelines.
 *
 * @param folder holds {@code state-machines/}
 */
public record Home(Path folder) {
    public Home {
        requireNonNull(folder, "folder is null");
    }

    /**
     * The folder that the launcher names in {@code nightjar.home}; without it, found upwards from
     * the class path.
     *
     * @throws IllegalStateException when there is none
     */
    public static Home find() {
        String named = System.getProperty("nightjar.home");
        return new Home(named == null ? aboveClassPath() : Path.of(named));
    }

    private static Path aboveClassPath() {
        Path start = placeOfClasses();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("state-machines"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder above "
                        + start
                        + " holds state-machines/; name it with -Dnightjar.home");
    }

    private static Path placeOfClasses() {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(requireNonNull(source, "no code source").getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path names no folder", e);
        }
    }

    /** The file of a machine. */
    public Path stateMachine(Machine machine) {
        return folder.resolve("state-machines").resolve(machine + ".asl.json");
    }

    /** What each function is given. */
    public Path functions() {
        return folder.resolve("state-machines").resolve("functions.yaml");
    }

    /** What AWS charges. */
    public Path prices() {
        return folder.resolve("infra").resolve("prices.yaml");
    }

    /** The example pipelines. */
    public Path pipelines() {
        return folder.resolve("pipelines");
    }
}
