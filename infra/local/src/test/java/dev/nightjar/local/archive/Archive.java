package dev.nightjar.local.archive;

import dev.nightjar.local.platform.Home;
import dev.nightjar.pipeline.functions.FunctionEntry;
import dev.nightjar.pipeline.functions.FunctionsFile;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive that AWS gets, as this build made it.
 *
 * @param name of the module: {@code scoring} or {@code training}
 */
record Archive(String name, Path file) {

    /**
     * The archive of the module. Where it was not made, because one module is tested alone, the
     * test is skipped; in the whole build that fails.
     */
    static Archive of(String name) {
        Path root = Home.find().folder();
        Path file = root.resolve("functions/" + name + "/target/" + name + ".jar");
        if (!Files.exists(file)) {
            String why = file + " was not made: mvn verify makes it";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why);
            }
            Assumptions.abort(why);
        }
        return new Archive(name, file);
    }

    /** What lies in it, folders left out, in its own order. */
    List<ZipEntry> entries() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().<ZipEntry>map(entry -> entry).filter(Archive::isFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory();
    }

    /** Names of what lies in it. */
    List<String> names() {
        return entries().stream().map(ZipEntry::getName).toList();
    }

    /** Contents by name, of those with such a name. */
    Map<String, byte[]> contents(Predicate<String> wanted) {
        Map<String, byte[]> contents = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().filter(Archive::isFile).toList()) {
                if (wanted.test(entry.getName())) {
                    try (var content = zip.getInputStream(entry)) {
                        contents.put(entry.getName(), content.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    /** The functions that are deployed from it. */
    List<FunctionEntry> functions() {
        return FunctionsFile.read(Home.find().functions()).functions().values().stream()
                .filter(function -> function.archive().equals(name))
                .toList();
    }

    @Override
    public String toString() {
        return name + ".jar";
    }
}
