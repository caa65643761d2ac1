package dev.nightjar.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nightjar.core.definition.Gzip;
import dev.nightjar.core.error.DataUnfit;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

final class UnpackingTest {
    private static final byte[] ROWS = "a,b\n1,2\n".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @Test
    void severalMembersReadAsOne() throws IOException {
        byte[] two = join(packed("a\n".getBytes(StandardCharsets.UTF_8)), packed(ROWS));

        assertThat(unpack(two, Gzip.AUTO)).startsWith('a', '\n').hasSize(ROWS.length + 2);
    }

    @Test
    void plainBytesPassThrough() throws IOException {
        assertThat(unpack(ROWS, Gzip.AUTO)).isEqualTo(ROWS);
        assertThat(unpack(new byte[] {'a'}, Gzip.AUTO)).isEqualTo(new byte[] {'a'});
        assertThat(unpack(new byte[0], Gzip.AUTO)).isEmpty();
    }

    @Test
    void neverLeavesPackedBytesAsTheyAre() throws IOException {
        assertThat(unpack(packed(ROWS), Gzip.NEVER)).isEqualTo(packed(ROWS));
    }

    @Test
    void alwaysRefusesPlainBytes() {
        assertThatThrownBy(() -> unpack(ROWS, Gzip.ALWAYS))
                .isInstanceOf(DataUnfit.class)
                .hasMessage("x.csv: a gzip member was expected at byte 0, found something else");
    }

    @Test
    void everyCutIsRefusedWithItsPosition() throws IOException {
        byte[] whole = join(packed(ROWS), packed(ROWS));
        int first = packed(ROWS).length;
        for (int length = 2; length < whole.length; length++) {
            if (length == first) {
                continue;
            }
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpack(cut, Gzip.AUTO))
                    .isInstanceOf(DataUnfit.class)
                    .hasMessage(
                            "x.csv: gzip member ends early at byte "
                                    + length
                                    + ": the file was cut while it was written");
        }
    }

    @Test
    void aFlippedByteInTheDataIsRefused() throws IOException {
        byte[] whole = packed(ROWS);
        for (int i = 10; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 0x10;
            assertThatThrownBy(() -> unpack(flipped, Gzip.AUTO))
                    .as("byte %s", i)
                    .isInstanceOf(DataUnfit.class);
        }
    }

    @Test
    void zerosMayPadTheLastMemberAndNothingElseMay() throws IOException {
        byte[] padded = Arrays.copyOf(packed(ROWS), packed(ROWS).length + 512);
        assertThat(unpack(padded, Gzip.AUTO)).isEqualTo(ROWS);

        byte[] spoiled = join(packed(ROWS), new byte[] {'x'});
        assertThatThrownBy(() -> unpack(spoiled, Gzip.AUTO))
                .hasMessage(
                        "x.csv: a gzip member was expected at byte "
                                + packed(ROWS).length
                                + ", found something else");
    }

    @Test
    void anAbsurdRatioIsRefused() throws IOException {
        byte[] bomb = packed(new byte[64 << 20]);

        assertThatThrownBy(() -> unpack(bomb, Gzip.AUTO))
                .isInstanceOf(DataUnfit.class)
                .hasMessageContaining("unpacks to more than inflationRatio = 400 times its size");
    }

    @Test
    void namesAndCommentsInTheMemberAreSkipped() throws IOException {
        byte[] plain = packed(ROWS);
        byte[] head = Arrays.copyOf(plain, 10);
        head[3] = 2 + 4 + 8 + 16;
        byte[] extra = {3, 0, 9, 9, 9, 'n', 0, 'c', 'o', 0, 7, 7};
        byte[] decorated = join(join(head, extra), Arrays.copyOfRange(plain, 10, plain.length));

        assertThat(unpack(decorated, Gzip.ALWAYS)).isEqualTo(ROWS);
    }

    private static byte[] unpack(byte[] bytes, Gzip gzip) throws IOException {
        return Unpacking.open(new ByteArrayInputStream(bytes), gzip, "x.csv", CsvLimits.STANDARD)
                .stream()
                .readAllBytes();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
