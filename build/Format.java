import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one way Java looks here. {@code java Format.java check|write PATH...}: checks or rewrites
 * every Java file below the paths.
 *
 * <p>A program of its own and not a Maven plugin, because the plugins parse with the javac of the
 * JDK that runs Maven, and that may be older than the language of these sources.
 */
public final class Format {

    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean write = args.length > 0 && args[0].equals("write");
        if (args.length < 2 || !(write || args[0].equals("check"))) {
            System.err.println("usage: java Format.java check|write PATH...");
            System.exit(2);
        }
        List<String> wrong = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String root : List.of(args).subList(1, args.length)) {
            for (Path file : javaFiles(Path.of(root))) {
                String before = Files.readString(file);
                try {
                    String after = format(before);
                    if (!after.equals(before)) {
                        wrong.add(file.toString());
                        if (write) {
                            Files.writeString(file, after);
                        }
                    }
                } catch (FormatterException notJava) {
                    unreadable.add(file + ": " + notJava.getMessage().strip());
                }
            }
        }
        unreadable.forEach(line -> System.err.println("cannot read  " + line));
        if (write) {
            wrong.forEach(file -> System.err.println("formatted  " + file));
        } else if (!wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("not formatted  " + file));
            System.err.println(wrong.size() + " to format, all at once:  build/format");
        }
        System.exit(!unreadable.isEmpty() || !write && !wrong.isEmpty() ? 1 : 0);
    }

    private static String format(String source) throws FormatterException {
        String tidy = RemoveUnusedImports.removeUnusedImports(source);
        tidy = ImportOrderer.reorderImports(tidy, Style.AOSP);
        return FORMATTER.formatSource(tidy);
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        // Built files are nobody's to format, and another build may be removing
                        // them right now.
                        return folder.endsWith("target")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(found);
        return found;
    }
}
