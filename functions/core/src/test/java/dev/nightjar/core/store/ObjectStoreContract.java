package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What every {@link ObjectStore} keeps. A module that brings a store extends this class and gives
 * an empty one for each test.
 */
public abstract class ObjectStoreContract {
    private static final Content HALF_THEN_FAILURE =
            out -> {
                out.write(new byte[100_000]);
                throw new IOException("the source broke");
            };

    private static final Content HALF_THEN_BUG =
            out -> {
                out.write(new byte[100_000]);
                throw new IllegalStateException("a bug");
            };

    /** The store under test, the same one during a test. */
    protected ObjectStore store = new MemoryStore();

    /** An empty store; called before each test. */
    protected abstract ObjectStore emptyStore() throws IOException;

    /** Whether keys with the text can be held here; a folder depends on the locale. */
    protected boolean canHold(String text) {
        return !text.isEmpty();
    }

    @BeforeEach
    final void startEmpty() throws IOException {
        store = emptyStore();
    }

    @Test
    void whatIsCreatedIsFound() {
        ObjectHead created = store.create("a/b.json", Content.of("one")).orElseThrow();

        StoredObject found = store.find("a/b.json").orElseThrow();
        assertThat(found.text()).isEqualTo("one");
        assertThat(found.head()).isEqualTo(created);
        assertThat(store.head("a/b.json")).contains(created);
        assertThat(store.list("")).containsExactly(created);
        assertThat(created.size()).isEqualTo(3);
        assertThat(created.key()).isEqualTo("a/b.json");
    }

    @Test
    void whatStandsIsNotCreatedAgain() {
        store.create("a", Content.of("one"));

        assertThat(store.create("a", Content.of("two"))).isEmpty();
        assertThat(text("a")).isEqualTo("one");
    }

    @Test
    void oneOf16ThreadsCreates() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            String key = "rounds/" + round;
            List<Optional<ObjectHead>> answers =
                    Race.of(16, runner -> store.create(key, Content.of("by " + runner)));

            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
            ObjectHead winner = answers.stream().flatMap(Optional::stream).findAny().orElseThrow();
            int number = answers.indexOf(Optional.of(winner));
            assertThat(text(key)).isEqualTo("by " + number);
        }
    }

    @Test
    void putWritesWhetherOrNotSomethingStands() {
        ObjectHead first = store.put("a", Content.of("one"));
        ObjectHead second = store.put("a", Content.of("two"));

        assertThat(text("a")).isEqualTo("two");
        assertThat(second.etag()).isNotEqualTo(first.etag());
        assertThat(store.head("a")).contains(second);
    }

    @Test
    void replacesTheObjectWithTheEtagOnly() {
        ObjectHead first = store.put("a", Content.of("one"));
        Optional<ObjectHead> second = store.replace("a", Content.of("two"), first.etag());

        assertThat(second).isPresent();
        assertThat(store.head("a")).isEqualTo(second);
        assertThat(store.replace("a", Content.of("three"), first.etag())).isEmpty();
        assertThat(text("a")).isEqualTo("two");
    }

    @Test
    void replacesNothingWhereNothingStands() {
        String etag = store.put("other", Content.of("one")).etag();

        assertThat(store.replace("a", Content.of("two"), etag)).isEmpty();
        assertThat(store.find("a")).isEmpty();
    }

    @Test
    void noReplaceIsLostUnderContention() throws InterruptedException {
        store.put("counter", Content.of("0"));

        Race.of(
                8,
                _ -> {
                    for (int i = 0; i < 10; i++) {
                        increment();
                    }
                    return true;
                });

        assertThat(text("counter")).isEqualTo("80");
    }

    @Test
    void oneOf16ThreadsReplacesTheSameEtag() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            String key = "pointer-" + round;
            String etag = store.put(key, Content.of("start")).etag();

            List<Optional<ObjectHead>> answers =
                    Race.of(16, runner -> store.replace(key, Content.of("by " + runner), etag));

            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        }
    }

    @Test
    void listsInTheOrderOfTheBytesOfWholeKeys() {
        List<String> ordered =
                List.of("A", "a-b", "a-b.c/x", "a/b", "a/b-c", "a/b.d/1", "a0", "a1/1", "aa", "b");
        createAll(ordered.reversed());

        assertThat(store.list("")).extracting(ObjectHead::key).containsExactlyElementsOf(ordered);
    }

    @Test
    void listsCharactersAboveTheOthersLast() {
        // In UTF-16, which Java compares, the last two change places.
        List<String> ordered = List.of("z", "\u00e9", "\u4e2d", "\uff5e", "\ud83e\udd89");
        assumeTrue(canHold(String.join("", ordered)), "this locale cannot write such names");
        createAll(ordered.reversed());

        assertThat(store.list("")).extracting(ObjectHead::key).containsExactlyElementsOf(ordered);
    }

    @Test
    void listsWhatStartsWithThePrefix() {
        createAll(List.of("a/b/1", "a/b/2", "a/bc", "a-b/1", "ab", "b/a/b/1"));

        assertThat(keys("a/b")).containsExactly("a/b/1", "a/b/2", "a/bc");
        assertThat(keys("a/b/")).containsExactly("a/b/1", "a/b/2");
        assertThat(keys("a")).containsExactly("a-b/1", "a/b/1", "a/b/2", "a/bc", "ab");
        assertThat(keys("a/b/2")).containsExactly("a/b/2");
        assertThat(keys("a/b/2/")).isEmpty();
        assertThat(keys("c/d/e")).isEmpty();
    }

    @Test
    void readsARange() throws IOException {
        ObjectHead head = store.put("a", Content.of("0123456789"));

        assertThat(range(head, 0, 10)).isEqualTo("0123456789");
        assertThat(range(head, 3, 7)).isEqualTo("3456");
        assertThat(range(head, 9, 10)).isEqualTo("9");
        assertThat(range(head, 10, 10)).isEmpty();
        assertThat(range(store.put("empty", Content.of("")), 0, 0)).isEmpty();
    }

    @Test
    void readsSingleBytesToTheEndOfTheRange() throws IOException {
        ObjectHead head = store.put("a", Content.of(new byte[] {1, (byte) 200, 3}));

        try (InputStream in = store.open(head, 1, 2)) {
            assertThat(in.read()).isEqualTo(200);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void refusesARangeOutsideTheObject() {
        ObjectHead head = store.put("a", Content.of("0123456789"));

        assertThatIllegalArgumentException().isThrownBy(() -> store.open(head, -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> store.open(head, 6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> store.open(head, 0, 11));
    }

    @Test
    void doesNotOpenWhatWasReplaced() {
        ObjectHead pinned = store.put("a/data", Content.of("one"));
        store.put("a/data", Content.of("two"));

        assertThatThrownBy(() -> range(pinned, 0, 3))
                .isInstanceOf(ObjectChanged.class)
                .hasMessageContaining("a/data");
    }

    @Test
    void doesNotOpenWhatIsGone() {
        ObjectHead pinned = store.put("a/data", Content.of("one"));
        store.delete("a/data");

        assertThatThrownBy(() -> range(pinned, 0, 3))
                .isInstanceOf(ObjectChanged.class)
                .hasMessageContaining("a/data");
    }

    @Test
    void aRangeReplacedUnderTheReaderIsNeverAMixture() throws IOException {
        byte[] old = letters('o', 300_000);
        ObjectHead pinned = store.put("a", Content.of(old));

        try (InputStream in = store.open(pinned)) {
            byte[] start = in.readNBytes(1_000);
            store.put("a", Content.of(letters('n', 300_000)));
            assertThat(start).containsOnly('o');
            assertThat(in.readAllBytes()).containsOnly('o');
        } catch (ObjectChanged allowed) {
            assertThat(allowed).hasMessageContaining("a was changed");
        }
    }

    @Test
    void aFailingContentCreatesNothing() {
        assertThatThrownBy(() -> store.create("a/b", HALF_THEN_FAILURE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a/b")
                .hasRootCauseMessage("the source broke");
        assertThatThrownBy(() -> store.create("a/b", HALF_THEN_BUG))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.find("a/b")).isEmpty();
        assertThat(store.list("")).isEmpty();
        assertThat(store.create("a/b", Content.of("one"))).isPresent();
    }

    @Test
    void aFailingContentReplacesNothing() {
        ObjectHead standing = store.put("a/b", Content.of("one"));

        assertThatThrownBy(() -> store.put("a/b", HALF_THEN_FAILURE))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> store.replace("a/b", HALF_THEN_BUG, standing.etag()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.list("")).containsExactly(standing);
        assertThat(text("a/b")).isEqualTo("one");
    }

    @Test
    void aContentMayCloseItsStream() {
        store.create("a", OutputStream::close);
        store.create(
                "b",
                out -> {
                    try (out) {
                        out.write("closed".getBytes(UTF_8));
                    }
                });

        assertThat(text("a")).isEmpty();
        assertThat(text("b")).isEqualTo("closed");
    }

    @Test
    void aContentMayBeLargeAndComeInPieces() throws IOException {
        ObjectHead head =
                store.put(
                        "large",
                        out -> {
                            for (int i = 0; i < 1_000; i++) {
                                out.write('-');
                                out.write(letters('a' + i % 26, 2_500), 200, 2_001);
                            }
                        });

        assertThat(head.size()).isEqualTo(2_002_000);
        byte[] read = store.find("large").orElseThrow().bytes();
        assertThat(read).hasSize(2_002_000).startsWith("-aaa".getBytes(UTF_8));
        try (InputStream in = store.open(head)) {
            assertThat(in.readAllBytes()).isEqualTo(read);
        }
    }

    @Test
    void whatIsWrittenIsSeenWholeOrNotAtAll() throws InterruptedException {
        store.put("a", Content.of(letters('z', 50_000)));

        List<Boolean> whole =
                Race.of(
                        4,
                        runner -> {
                            boolean allWhole = true;
                            for (int i = 0; i < 40; i++) {
                                if (runner == 0) {
                                    store.put("a", Content.of(letters('a' + i % 26, 50_000)));
                                } else {
                                    allWhole &= isOneLetter(store.find("a").orElseThrow());
                                }
                            }
                            return allWhole;
                        });

        assertThat(whole).containsOnly(true);
    }

    @Test
    void whatIsDeletedIsGone() {
        createAll(List.of("a/b/c", "a/d"));

        store.delete("a/b/c");

        assertThat(store.find("a/b/c")).isEmpty();
        assertThat(store.head("a/b/c")).isEmpty();
        assertThat(keys("")).containsExactly("a/d");
        assertThat(store.create("a/b/c", Content.of("again"))).isPresent();
    }

    @Test
    void deletingWhatIsAbsentDoesNothing() {
        createAll(List.of("a/b"));

        store.delete("a/c");
        store.delete("x/y/z");
        store.delete("a");

        assertThat(keys("")).containsExactly("a/b");
    }

    @Test
    void foldersAreTheNextSegmentsOfKeysBelowThePrefix() {
        for (String key :
                List.of("a/b/one", "a/c/two", "a/c/three", "a/four", "ab/five", "a-b/six")) {
            store.put(key, Content.of(key));
        }
        assertThat(store.folders("a/")).containsExactly("b", "c");
        assertThat(store.folders("")).containsExactly("a", "a-b", "ab");
        assertThat(store.folders("nothing/")).isEmpty();
        assertThat(store.folders("a/four/")).isEmpty();
    }

    @Test
    void theAbsentIsNotFound() {
        createAll(List.of("a/b"));

        for (String absent : List.of("c", "c/d", "a", "a/b/c", "a/B")) {
            assertThat(store.find(absent)).isEmpty();
            assertThat(store.head(absent)).isEmpty();
        }
    }

    private void increment() {
        Optional<ObjectHead> done = Optional.empty();
        while (done.isEmpty()) {
            StoredObject now = store.find("counter").orElseThrow();
            String next = Integer.toString(Integer.parseInt(now.text()) + 1);
            done = store.replace("counter", Content.of(next), now.head().etag());
        }
    }

    private void createAll(List<String> keys) {
        for (String key : keys) {
            assertThat(store.create(key, Content.of(key))).isPresent();
        }
    }

    private List<String> keys(String prefix) {
        return store.list(prefix).stream().map(ObjectHead::key).toList();
    }

    private String text(String key) {
        return store.find(key).orElseThrow().text();
    }

    private String range(ObjectHead head, long from, long to) throws IOException {
        try (InputStream in = store.open(head, from, to)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static boolean isOneLetter(StoredObject object) {
        byte[] bytes = object.bytes();
        return Arrays.equals(bytes, letters(bytes[0], 50_000));
    }

    private static byte[] letters(int letter, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }
}
