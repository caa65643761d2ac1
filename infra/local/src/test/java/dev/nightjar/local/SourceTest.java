package dev.nightjar.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nightjar.local.platform.Home;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every source file, and cannot be seen in classes. */
class SourceTest {
    private static final int MOST_LINES = 500;
    private static final Pattern BROAD =
            Pattern.compile("catch \\((final )?(Exception|Throwable|RuntimeException|Error)\\b");

    /**
     * Where everything is caught on purpose: at the boundary of a task, of a stand-in's function,
     * of an execution, of a recorded case, of the expression library, which throws what it likes,
     * and of a native call, which declares it. The command line's is picocli's own.
     */
    private static final Set<String> BOUNDARIES =
            Set.of(
                    "StepFunction.java",
                    "HandlerCall.java",
                    "LambdaFunctions.java",
                    "Mailbox.java",
                    "AslRunCommand.java",
                    "JsonataExpression.java",
                    "OpenParser.java",
                    "NativeThreads.java");

    private static List<Path> sources() {
        Path root = Home.find().folder();
        List<Path> found = new ArrayList<>();
        for (String part : List.of("functions", "infra")) {
            try (Stream<Path> files = Files.walk(root.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    @Test
    void noFileIsLongerThanFiveHundredLines() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source))
                    .as(source.toString())
                    .hasSizeLessThan(MOST_LINES);
        }
    }

    @Test
    void everythingIsCaughtOnlyAtTheBoundaries() throws IOException {
        List<String> broad = new ArrayList<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            boolean main = source.toString().contains("/src/main/");
            if (main
                    && !BOUNDARIES.contains(name)
                    && BROAD.matcher(Files.readString(source)).find()) {
                broad.add(name);
            }
        }
        assertThat(broad).isEmpty();
    }
}
