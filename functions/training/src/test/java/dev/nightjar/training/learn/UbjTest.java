package dev.nightjar.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

final class UbjTest {
    @Test
    void objectsListsAndScalarsAreRead() {
        ByteBuffer bytes = ByteBuffer.allocate(200);
        bytes.put(text("{")).put(text("U\001a")).put(text("[T"));
        bytes.put(text("F")).put(text("i")).put((byte) -3).put(text("]"));
        bytes.put(text("L")).putLong(1).put(text("b")).put(text("SU\002hi"));
        bytes.put(text("i\001c")).put(text("d")).putFloat(0.1f).put(text("}"));
        assertThat(Ubj.read(bytes.array()))
                .isEqualTo(Map.of("a", List.of(true, false, -3L), "b", "hi", "c", 0.1f));
    }

    @Test
    void typedArraysAreReadAsPrimitives() {
        ByteBuffer floats = ByteBuffer.allocate(32);
        floats.put(text("[$d#U\002")).putFloat(1.5f).putFloat(-2);
        assertThat(Ubj.read(floats.array())).isEqualTo(new float[] {1.5f, -2});
        ByteBuffer integers = ByteBuffer.allocate(32);
        integers.put(text("[$l#L")).putLong(2).putInt(7).putInt(-1);
        assertThat(Ubj.read(integers.array())).isEqualTo(new long[] {7, -1});
    }

    @Test
    void anUnknownMarkerIsRefused() {
        assertThatThrownBy(() -> Ubj.read(text("?")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown marker '?' before byte 1");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
