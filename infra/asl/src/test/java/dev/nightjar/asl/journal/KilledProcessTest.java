package dev.nightjar.asl.journal;

import static dev.nightjar.asl.journal.DurableWorkbench.ARN;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.run.ChildDescription;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionStatus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Processes that are killed with SIGKILL in the midst of one execution, one after the other. */
class KilledProcessTest {
    private static final int ITEMS = 200;
    private static final int KILLS = 100;

    @TempDir private Path folder;
    private String classPath = "";

    /** Classes in folders cannot be shared between processes, those in archives can. */
    @BeforeEach
    void archiveClasses() throws IOException {
        List<String> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place);
            places.add(Files.isDirectory(path) ? archive(path, places.size()) : place);
        }
        classPath = String.join(File.pathSeparator, places);
    }

    private String archive(Path classes, int number) throws IOException {
        Path archive = folder.resolve("classes" + number + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(archive));
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
            }
        }
        return archive.toString();
    }

    /** A process that has started, and waits for its work. */
    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                        "-Xlog:disable",
                        "-cp",
                        classPath,
                        DurableProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Its answer; what stands still is killed. */
    private static String run(Process process, Path where, int writes, boolean torn)
            throws IOException, InterruptedException {
        try (Writer in = process.outputWriter(UTF_8)) {
            in.write(where + " " + ITEMS + " " + writes + " " + torn);
        }
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String answer = out.readLine();
            if ("still".equals(answer)) {
                process.destroyForcibly();
            }
            process.waitFor();
            return answer == null ? "nothing" : answer;
        }
    }

    @Test
    void anExecutionThatIsKilledAHundredTimesEndsAsAnUndisturbedOne() throws Exception {
        Path quiet = Files.createDirectories(folder.resolve("quiet"));
        Path killed = Files.createDirectories(folder.resolve("killed"));
        String undisturbed = run(start(), quiet, 0, false);
        assertThat(undisturbed).startsWith("ended SUCCEEDED");

        SplittableRandom seed = new SplittableRandom(2026);
        Process next = start();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = next;
            next = start();
            long effects = effects(killed).size();
            Set<String> ended = endedItems(killed);

            String answer = run(process, killed, seed.nextInt(1, 22), seed.nextBoolean());

            assertThat(answer).as("kill " + kill).isEqualTo("still");
            assertThat(status(killed)).isEqualTo(ExecutionDescription.Status.INTERRUPTED);
            assertThat(effects(killed).stream().skip(effects)).doesNotContainAnyElementsOf(ended);
        }
        Set<String> ended = endedItems(killed);
        assertThat(ended).hasSizeBetween(20, ITEMS - 1);
        long effects = effects(killed).size();

        String last = run(next, killed, 0, false);

        assertThat(last).isEqualTo(undisturbed);
        assertThat(effects(killed).stream().skip(effects)).doesNotContainAnyElementsOf(ended);
        assertThat(status(killed)).isEqualTo(ExecutionDescription.Status.SUCCEEDED);
    }

    private static ExecutionDescription.Status status(Path where) {
        return new JournalFolder(where).describe(ARN, Instant.EPOCH).status();
    }

    private static List<String> effects(Path where) throws IOException {
        Path file = where.resolve(DurableProcess.EFFECTS);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Set<String> endedItems(Path where) {
        JournalFolder journals = new JournalFolder(where);
        Set<String> items = new HashSet<>(Set.of("nothing has ended"));
        if (journals.executions().isEmpty()) {
            return items;
        }
        for (ChildDescription child : journals.children(ARN)) {
            if (child.status() == ExecutionStatus.SUCCEEDED) {
                items.add("many" + (child.index() + 1));
            }
        }
        return items;
    }
}
