package dev.nightjar.local.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of text that a user named. */
final class TextFile {
    private TextFile() {}

    static String read(Path file) throws UnreadableFileException {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException("a folder, not a file");
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new UnreadableFileException("there is no such file");
        } catch (CharacterCodingException _) {
            throw new UnreadableFileException("not text in UTF-8");
        } catch (IOException problem) {
            throw new UnreadableFileException("cannot be read: " + problem.getMessage());
        }
    }
}
