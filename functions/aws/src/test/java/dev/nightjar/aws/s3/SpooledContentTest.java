package dev.nightjar.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Digests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class SpooledContentTest {
    private static final int MOST = SpooledContent.MOST_IN_MEMORY;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST - 1, MOST, MOST + 1, 3 * MOST})
    void keepsEveryByte(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (SpooledContent spooled = SpooledContent.of(Content.of(bytes))) {
            assertThat(spooled.size()).isEqualTo(size);
            assertThat(sent(spooled)).isEqualTo(bytes);
            assertThat(Digests.hex(spooled.sha256())).isEqualTo(Digests.sha256Hex(bytes));
        }
    }

    @Test
    void sendsTheSameEachTime() throws IOException {
        byte[] bytes = bytes(2 * MOST);
        try (SpooledContent spooled = SpooledContent.of(Content.of(bytes))) {
            assertThat(sent(spooled)).isEqualTo(sent(spooled));
        }
    }

    @Test
    void goesToAFileInTheMiddleOfTheContent() throws IOException {
        byte[] bytes = bytes(MOST + 10);
        Content inPieces =
                out -> {
                    for (int from = 0; from < bytes.length; from += 1_000) {
                        out.write(bytes, from, Math.min(1_000, bytes.length - from));
                    }
                };
        try (SpooledContent spooled = SpooledContent.of(inPieces)) {
            assertThat(sent(spooled)).isEqualTo(bytes);
        }
    }

    @Test
    void takesItsFileAway() throws IOException {
        List<Path> during;
        List<Path> before = files();
        try (SpooledContent _ = SpooledContent.of(Content.of(bytes(2 * MOST)))) {
            during = files();
        }

        assertThat(during).hasSizeGreaterThan(before.size());
        during.removeAll(before);
        assertThat(files()).doesNotContainAnyElementsOf(during);
    }

    @Test
    void aFailingContentLeavesNoFile() throws IOException {
        List<Path> mine = new ArrayList<>();
        List<Path> before = files();
        Content failing =
                out -> {
                    out.write(bytes(2 * MOST));
                    mine.addAll(files());
                    throw new IOException("the source broke");
                };

        assertThatThrownBy(() -> SpooledContent.of(failing)).hasMessage("the source broke");

        mine.removeAll(before);
        assertThat(mine).isNotEmpty();
        assertThat(files()).doesNotContainAnyElementsOf(mine);
    }

    private static byte[] sent(SpooledContent spooled) throws IOException {
        try (InputStream in = spooled.body("text/plain").contentStreamProvider().newStream()) {
            return in.readAllBytes();
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(".spool"))
                            .toList());
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }
}
