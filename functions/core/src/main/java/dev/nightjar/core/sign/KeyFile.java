package dev.nightjar.core.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that appear whole, once, with the rights that they shall have from the start. */
final class KeyFile {
    private static final Set<PosixFilePermission> SECRET =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OPEN =
            PosixFilePermissions.fromString("rw-r--r--");

    private KeyFile() {}

    /** Writes a file that only its owner may read, unless there is one: the first writer wins. */
    static void createSecret(Path file, String text) throws IOException {
        create(file, text, SECRET);
    }

    /** Writes a file that everybody may read, unless there is one. */
    static void createOpen(Path file, String text) throws IOException {
        create(file, text, OPEN);
    }

    private static void create(Path file, String text, Set<PosixFilePermission> rights)
            throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Java makes temporary files for the owner alone, so no secret is ever open.
        Path temporary = Files.createTempFile(folder, ".key-", "");
        try {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, rights);
            }
            write(temporary, text);
            Files.createLink(file, temporary);
            force(folder);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; what stands is what counts.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
