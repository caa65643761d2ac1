package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.Transient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

final class FolderStoreTest extends FolderRulesContract {
    @TempDir private Path folder = Path.of("");

    @Override
    protected ObjectStore emptyStore() {
        return FolderStore.at(folder.resolve("store"));
    }

    @Override
    protected boolean canHold(String text) {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(text);
    }

    @Test
    void theEtagIsTheSha256OfTheContent() {
        ObjectHead head = store.put("a", Content.of("abc"));

        assertThat(head.etag())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void anObjectIsAPlainFileAtItsKey() throws IOException {
        store.create("loans/serving.json", Content.of("{}"));

        assertThat(root().resolve("loans/serving.json")).hasContent("{}");
        assertThat(store.address("loans/serving.json"))
                .isEqualTo(root().resolve("loans/serving.json").toString());
        assertThat(store.bucket()).isEqualTo("here");
        assertThat(store.keyInBucket("a/b")).isEqualTo("a/b");
    }

    @Test
    void nothingStaysBesideTheObjects() throws IOException {
        ObjectHead first = store.put("a/b", Content.of("one"));
        store.create("a/b", Content.of("two"));
        store.create("a/c", Content.of("two"));
        store.replace("a/b", Content.of("three"), first.etag());
        store.replace("a/b", Content.of("four"), first.etag());

        assertThat(namesBelow("a")).containsExactly("b", "c");
    }

    @Test
    void leftoversOfAKilledProcessAreNotSeen() throws IOException {
        store.create("a/b", Content.of("one"));
        String leftover = ".writing-" + ProcessHandle.current().pid() + "-";
        for (int i = 0; i < 1_000; i++) {
            Files.writeString(root().resolve("a").resolve(leftover + i), "half");
        }

        assertThat(store.list("")).extracting(ObjectHead::key).containsExactly("a/b");
        assertThat(store.create("a/c", Content.of("two"))).isPresent();
        assertThat(root().resolve("a/c")).hasContent("two");
    }

    @Test
    void aMovedFolderStillReads() throws IOException {
        ObjectHead head = store.create("a/b", Content.of("one")).orElseThrow();
        Path moved = folder.resolve("moved");
        Files.move(root(), moved);

        ObjectStore there = FolderStore.at(moved);

        assertThat(there.list("")).containsExactly(head);
        assertThat(there.replace("a/b", Content.of("two"), head.etag())).isPresent();
    }

    @Test
    void aStoreWithoutAFolderIsEmpty() {
        assertThat(store.list("")).isEmpty();
        assertThat(store.find("a")).isEmpty();
        assertThat(root()).doesNotExist();
    }

    @Test
    void anotherStoreOnTheFolderSeesWhatWasReplaced() {
        ObjectStore other = FolderStore.at(root());
        String etag = store.put("pointer", Content.of("0")).etag();
        for (int i = 1; i < 200; i++) {
            ObjectStore writer = i % 2 == 0 ? store : other;
            ObjectStore reader = i % 2 == 0 ? other : store;

            etag = writer.replace("pointer", Content.of("" + i % 10), etag).orElseThrow().etag();

            // One size, inodes used again, hundreds in a second: only the stamp's finest digits
            // differ.
            assertThat(reader.head("pointer").orElseThrow().etag()).isEqualTo(etag);
        }
    }

    @Test
    void theFinestDigitsOfTheTimeComeFromTheContent() throws IOException {
        store.create("a", Content.of("one"));
        store.create("b", Content.of("one"));
        store.create("c", Content.of("two"));

        assertThat(finestDigits("a")).isEqualTo(finestDigits("b")).isNotEqualTo(finestDigits("c"));
    }

    @Test
    void aFileEditedByHandHasAnotherEtag() throws IOException {
        ObjectHead before = store.put("a", Content.of("one"));
        Files.writeString(root().resolve("a"), "edited");

        assertThat(store.head("a").orElseThrow().etag()).isNotEqualTo(before.etag());
        assertThat(store.replace("a", Content.of("two"), before.etag())).isEmpty();
    }

    @Test
    void aRangeEndsWithAFailureWhenTheObjectWasReplacedMeanwhile() throws IOException {
        ObjectHead pinned = store.put("a", Content.of("0123456789"));

        try (InputStream in = store.open(pinned)) {
            assertThat(in.readNBytes(5)).hasSize(5);
            store.put("a", Content.of("changed"));
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(ObjectChanged.class)
                    .hasMessageStartingWith("a was changed since it was pinned: its ETag was 84d8");
        }
    }

    @Test
    void aTouchedObjectIsStillTheSame() throws IOException {
        ObjectHead pinned = store.put("a", Content.of("0123456789"));
        Files.setLastModifiedTime(root().resolve("a"), FileTime.fromMillis(0));

        try (InputStream in = store.open(pinned)) {
            assertThat(in.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void followsALinkedFolderAndNoCircle() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        store.create("a/b", Content.of("one"));
        Files.createSymbolicLink(root().resolve("linked"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("circle"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("broken"), Path.of("nowhere"));
        Files.createSymbolicLink(elsewhere.resolve("itself"), Path.of("itself"));
        store.create("linked/c", Content.of("two"));

        assertThat(store.list("")).extracting(ObjectHead::key).containsExactly("a/b", "linked/c");
        store.delete("linked/c");
        assertThat(root().resolve("linked")).isSymbolicLink();
    }

    @Test
    void namesAMissingPermission() throws IOException {
        ObjectHead pinned = store.create("a/b", Content.of("one")).orElseThrow();
        Path closed = root().resolve("a");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(closed), "root may read everything");
            assertThatThrownBy(() -> store.find("a/b"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Permission denied: cannot read a/b");
            assertThatThrownBy(() -> store.open(pinned))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Permission denied: cannot read a/b");
            assertThatThrownBy(() -> store.create("a/c", Content.of("two")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Permission denied: cannot create a/c");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anInterruptedWriteMayBeTriedAgain() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> store.create("a", Content.of("one")))
                    .isInstanceOf(Transient.class)
                    .hasMessage("Interrupted while trying to create a");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(store.find("a")).isEmpty();
        assertThat(store.create("a", Content.of("one"))).isPresent();
    }

    @Test
    void writersAndDeletersOfOneFolderDoNotDisturbEachOther() throws InterruptedException {
        List<Boolean> created =
                Race.of(
                        4,
                        runner -> {
                            boolean all = true;
                            for (int i = 0; i < 50; i++) {
                                String key = "deep/folder/" + runner;
                                all &= store.create(key, Content.of("x")).isPresent();
                                store.delete(key);
                            }
                            return all;
                        });

        assertThat(created).containsOnly(true);
        assertThat(root().resolve("deep")).doesNotExist();
    }

    @Test
    void keysThatDifferByCaseOnlyAreRefusedWhereCaseDoesNotMatter() {
        ObjectStore caseBlind = caseBlindStore();
        caseBlind.create("loans/a", Content.of("one"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseBlind.create("loans/A", Content.of("two")))
                .withMessage(
                        "The key 'loans/A' differs by case only from 'a', and this file system"
                                + " cannot hold both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseBlind.put("Loans/b", Content.of("two")));
        assertThat(caseBlind.find("loans/A")).isEmpty();
        assertThat(caseBlind.find("loans/a")).isPresent();
        assertThat(caseBlind.create("loans/b", Content.of("two"))).isPresent();
    }

    /** No file system here is blind to case, so its answers are computed. */
    private ObjectStore caseBlindStore() {
        return new FolderStore(root(), new Spelling(root(), FolderStoreTest::existsInSomeCase));
    }

    private static boolean existsInSomeCase(Path path) {
        Path folder = requireNonNull(path.getParent());
        if (folder.getParent() != null && !existsInSomeCase(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().equalsIgnoreCase(path.toString()));
        } catch (IOException e) {
            return false;
        }
    }

    private Path root() {
        return folder.resolve("store");
    }

    private long finestDigits(String key) throws IOException {
        FileTime modified = Files.getLastModifiedTime(root().resolve(key));
        return modified.to(TimeUnit.NANOSECONDS) % 1_000_000;
    }

    private List<String> namesBelow(String key) throws IOException {
        try (Stream<Path> files = Files.list(root().resolve(key))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
