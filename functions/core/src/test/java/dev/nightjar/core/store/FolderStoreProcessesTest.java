package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Real processes on one folder: what threads alone cannot show. */
final class FolderStoreProcessesTest {
    static final int ROUNDS = 100;
    static final int LETTERS = 200_000;

    private static final int CHILDREN = 3;

    @TempDir private Path folder = Path.of("");

    @Test
    void oneProcessCreatesAKey() throws IOException, InterruptedException {
        List<String> won = new ArrayList<>();
        for (Child child : race("create")) {
            won.addAll(child.linesToTheEnd());
        }

        List<String> all = IntStream.range(0, ROUNDS).mapToObj(Integer::toString).toList();
        assertThat(won).containsExactlyInAnyOrderElementsOf(all);
        assertThat(store().list("rounds/")).hasSize(ROUNDS);
    }

    @Test
    void noReplaceOfAnyProcessIsLost() throws IOException, InterruptedException {
        store().put("counter", Content.of("0"));

        for (Child child : race("count")) {
            child.linesToTheEnd();
        }

        assertThat(store().find("counter").orElseThrow().text()).isEqualTo("" + CHILDREN * ROUNDS);
    }

    @Test
    void aKilledProcessLeavesWholeObjectsAndNoLock() throws IOException, InterruptedException {
        for (int written = 1; written <= 4; written++) {
            Child child = Child.start("write", folder, "killed");
            child.go();
            assertThat(child.lines(written * 5)).hasSize(written * 5);
            child.kill();

            assertThat(store().list("")).hasSizeGreaterThan(written * 5);
            for (ObjectHead head : store().list("")) {
                assertIsOneLetter(store().find(head.key()).orElseThrow());
            }
            String etag = store().head("put").orElseThrow().etag();
            assertThat(store().replace("put", Content.of(new byte[LETTERS]), etag)).isPresent();
        }
    }

    private static void assertIsOneLetter(StoredObject object) {
        byte[] whole = new byte[LETTERS];
        Arrays.fill(whole, object.bytes()[0]);
        assertThat(Arrays.equals(object.bytes(), whole)).as(object.head().key()).isTrue();
    }

    private List<Child> race(String work) throws IOException {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            children.add(Child.start(work, folder, "child " + i));
        }
        for (Child child : children) {
            child.go();
        }
        return children;
    }

    private ObjectStore store() {
        return FolderStore.at(folder);
    }

    /** A JVM of our own kind that runs {@link StoreChild}. */
    private record Child(Process process, BufferedReader out) {
        /** Returns when the child is up, so that a race begins for all at once. */
        static Child start(String work, Path folder, String name) throws IOException {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process =
                    new ProcessBuilder(
                                    java,
                                    "-Xshare:auto",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    StoreChild.class.getName(),
                                    work,
                                    folder.toString(),
                                    name)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            Child child = new Child(process, process.inputReader());
            assertThat(child.out.readLine()).isEqualTo("ready");
            return child;
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        List<String> lines(int count) throws IOException {
            List<String> lines = new ArrayList<>();
            while (lines.size() < count) {
                String line = out.readLine();
                if (line == null) {
                    return lines;
                }
                lines.add(line);
            }
            return lines;
        }

        List<String> linesToTheEnd() throws IOException, InterruptedException {
            List<String> lines = lines(Integer.MAX_VALUE);
            assertThat(process.waitFor()).isZero();
            return lines;
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
        }
    }
}
