package dev.nightjar.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

final class DataFolderTest {
    @TempDir private Path folder = Path.of("");
    private ObjectSource data = new MemoryStore();

    @BeforeEach
    void openTheFolder() {
        data = DataFolder.at(folder);
    }

    @Test
    void theEtagIsSizeTimeOfChangeAndInode() throws IOException {
        Path file = write("a.csv", "id\n1\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L, 123)));
        Object inode = Files.getAttribute(file, "unix:ino");

        ObjectHead head = data.head("a.csv").orElseThrow();

        assertThat(head).isEqualTo(new ObjectHead("a.csv", "5-1700000000000000123-" + inode, 5));
        assertThat(data.find("a.csv").orElseThrow().head()).isEqualTo(head);
        assertThat(data.list("")).containsExactly(head);
    }

    @Test
    void listsPlainFilesInTheOrderOfKeys() throws IOException {
        write("dt=2/a.csv", "x");
        write("dt=1/b.csv", "x");
        write("dt=1/.hidden.csv", "x");
        write(".git/config", "x");
        write("dt=1-late/a.csv", "x");
        Files.createDirectories(folder.resolve("empty"));

        assertThat(data.list(""))
                .extracting(ObjectHead::key)
                .containsExactly("dt=1-late/a.csv", "dt=1/b.csv", "dt=2/a.csv");
        assertThat(data.list("dt=1/")).extracting(ObjectHead::key).containsExactly("dt=1/b.csv");
        assertThat(data.list("nowhere/")).isEmpty();
    }

    @Test
    void readsARange() throws IOException {
        write("a.csv", "0123456789");
        ObjectHead head = data.head("a.csv").orElseThrow();

        try (InputStream in = data.open(head, 2, 5)) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("234");
        }
        assertThat(data.find("a.csv").orElseThrow().text()).isEqualTo("0123456789");
    }

    @Test
    void doesNotOpenAFileThatWasChanged() throws IOException {
        ObjectHead pinned = pinned("a.csv", "0123456789");
        append("a.csv");

        assertThatThrownBy(() -> data.open(pinned))
                .isInstanceOf(ObjectChanged.class)
                .hasMessageStartingWith("a.csv was changed since it was pinned");
    }

    @Test
    void doesNotOpenAFileThatIsGone() throws IOException {
        ObjectHead pinned = pinned("a.csv", "0123456789");
        Files.delete(folder.resolve("a.csv"));

        assertThatThrownBy(() -> data.open(pinned))
                .isInstanceOf(ObjectChanged.class)
                .hasMessage("a.csv is gone since it was pinned");
        assertThat(data.find("a.csv")).isEmpty();
    }

    @Test
    void theLastBytesOfARangeAreNotGivenWhenTheFileChangedMeanwhile() throws IOException {
        ObjectHead pinned = pinned("a.csv", "0123456789");

        try (InputStream in = data.open(pinned, 0, 8)) {
            assertThat(in.readNBytes(7)).hasSize(7);
            append("a.csv");
            assertThatThrownBy(in::read)
                    .isInstanceOf(ObjectChanged.class)
                    .hasMessageContaining("a.csv");
            assertThatThrownBy(in::read).isInstanceOf(ObjectChanged.class);
        }
    }

    @Test
    void aFileCutUnderTheReaderIsNoEndOfData() throws IOException {
        ObjectHead pinned = pinned("a.csv", "0123456789");

        try (InputStream in = data.open(pinned)) {
            assertThat(in.readNBytes(2)).hasSize(2);
            write("a.csv", "012");
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(ObjectChanged.class)
                    .hasMessageStartingWith("a.csv was cut since it was pinned");
        }
    }

    @Test
    void doesNotLeaveItsFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> data.find("../secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> data.list("../"));
    }

    private ObjectHead pinned(String key, String text) throws IOException {
        write(key, text);
        return data.head(key).orElseThrow();
    }

    private void append(String key) throws IOException {
        Files.writeString(folder.resolve(key), "x", StandardOpenOption.APPEND);
    }

    private Path write(String key, String text) throws IOException {
        Path file = folder.resolve(key);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
