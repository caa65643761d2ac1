package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.pipeline.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A folder in which messages are kept, one file each: {@code <folder>/<date>/<time>-<n>.json}. Safe
 * for use by multiple threads and processes.
 */
final class KeptFiles {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource clock;

    KeptFiles(Path folder, InstantSource clock) {
        this.folder = requireNonNull(folder, "folder is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Keeps the message; answers the name under which it is found. */
    String keep(Object message) {
        Instant now = clock.instant();
        String text = Json.pretty(message);
        try {
            Path day = Files.createDirectories(folder.resolve(DAY.format(now)));
            for (int number = 1; ; number++) {
                String name = "%sZ-%d.json".formatted(TIME.format(now), number);
                if (created(day.resolve(name), text)) {
                    return day.getFileName() + "/" + name;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a message in " + folder, e);
        }
    }

    private static boolean created(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
