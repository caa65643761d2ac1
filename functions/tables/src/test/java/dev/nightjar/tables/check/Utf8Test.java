package dev.nightjar.tables.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

final class Utf8Test {
    @Test
    void agreesWithTheStrictDecoder() {
        Random random = new Random(3);
        int[] leads = {
            0x41, 0x7f, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf4, 0xf5,
            0xff, 0x9f, 0xa0, 0x8f, 0x90
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) leads[random.nextInt(leads.length)];
            }
            if (Utf8.isWellFormed(bytes, 0, bytes.length) != decodes(bytes)) {
                assertThat(Utf8.isWellFormed(bytes, 0, bytes.length))
                        .as(HexFormat.of().formatHex(bytes))
                        .isEqualTo(decodes(bytes));
            }
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
