package dev.nightjar.local.screen;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command shows what it has to say. Colours and the one updating line are for terminals
 * only. Safe for use by multiple threads.
 */
public final class Terminal {
    private static final String WIPE = "\r\u001b[K";

    /** What runs over the edge of a terminal cannot be wiped. */
    private static final int WIDTH = 79;

    private final @Nullable PrintStream documents;
    private final PrintStream lines;
    private final PrintStream notes;
    private final boolean interactive;
    private final boolean colours;
    private final @Nullable Path folder;
    private boolean progressing;

    private Terminal(
            @Nullable PrintStream documents,
            PrintStream lines,
            PrintStream notes,
            boolean interactive,
            boolean colours,
            @Nullable Path folder) {
        this.documents = documents;
        this.lines = requireNonNull(lines, "lines is null");
        this.notes = requireNonNull(notes, "notes is null");
        this.interactive = interactive;
        this.colours = colours;
        this.folder = folder;
    }

    /** For people: lines go to standard output. */
    public static Terminal forPeople(
            PrintStream out, PrintStream err, boolean interactive, boolean colours) {
        return new Terminal(null, out, err, interactive, interactive && colours, null);
    }

    /** For programs: documents go to standard output, everything else to standard error. */
    public static Terminal forPrograms(PrintStream out, PrintStream err) {
        return new Terminal(out, err, err, false, false, null);
    }

    /** The same, looked at from a folder. */
    public Terminal from(Path current) {
        requireNonNull(current, "current is null");
        return new Terminal(documents, lines, notes, interactive, colours, current);
    }

    /** An address or path, without the folder that it is looked at from: lines stay short. */
    public String place(String address) {
        if (folder == null || !address.startsWith(folder + File.separator)) {
            return address;
        }
        return folder.relativize(Path.of(address)).toString();
    }

    /** Whether a person looks at it. */
    public boolean interactive() {
        return interactive;
    }

    /** Whether a program reads the answer. */
    public boolean answersPrograms() {
        return documents != null;
    }

    /** Shows a line. */
    public synchronized void line(String text) {
        wipe();
        lines.println(text);
        lines.flush();
    }

    /** Shows a line beside the screen: on standard error. */
    public synchronized void note(String text) {
        wipe();
        notes.println(text);
        notes.flush();
    }

    /** Updates the one line that shows how far the work is. */
    public synchronized void progress(String text) {
        if (interactive) {
            lines.print(WIPE + text.substring(0, Math.min(text.length(), WIDTH)));
            lines.flush();
            progressing = true;
        }
    }

    /** Answers a program, if one asked: the value as one line of JSON. */
    public synchronized void document(Object value) {
        if (documents != null) {
            documents.println(Documents.text(value));
            documents.flush();
        }
    }

    private void wipe() {
        if (progressing) {
            lines.print(WIPE);
            progressing = false;
        }
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    /** The word for an outcome in its colour. */
    public String outcome(String word) {
        return switch (word) {
            case "RELEASED", "COMMITTED", "OK" -> green(word);
            case "FAILED", "INTERRUPTED" -> red(word);
            case "REJECTED", "HELD", "RUNNING" -> yellow(word);
            default -> word;
        };
    }

    private String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
