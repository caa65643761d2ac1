package dev.nightjar.local.bench;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** What of this program a measured JVM needs beside a function's own archive, and no more. */
final class ProbeArchive {
    private static final List<Class<?>> CLASSES =
            List.of(HandlerMain.class, TribuoShard.class, TribuoShardFunction.class);

    private ProbeArchive() {}

    /** Writes it into the folder. */
    static Path in(Path folder) throws IOException {
        Path file = folder.resolve("probe.jar");
        try (JarOutputStream archive = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                archive.putNextEntry(new JarEntry(name));
                try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
                    if (content == null) {
                        throw new FileNotFoundException(name);
                    }
                    content.transferTo(archive);
                }
            }
        }
        return file;
    }
}
