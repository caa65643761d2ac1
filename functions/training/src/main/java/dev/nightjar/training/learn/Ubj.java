package dev.nightjar.training.learn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Universal Binary JSON (specification draft 12), in which XGBoost gives its model away with
 * every float exact. Objects become maps, arrays lists, and typed arrays of numbers {@code float[]}
 * or {@code long[]}.
 */
final class Ubj {
    private final ByteBuffer source;

    private Ubj(ByteBuffer source) {
        this.source = source;
    }

    /** The one value that the bytes hold. */
    static Object read(byte[] bytes) {
        Ubj reader = new Ubj(ByteBuffer.wrap(bytes));
        return reader.value(reader.marker());
    }

    private char marker() {
        char marker = (char) source.get();
        while (marker == 'N') {
            marker = (char) source.get();
        }
        return marker;
    }

    private Object value(char marker) {
        return switch (marker) {
            case '{' -> object();
            case '[' -> array();
            case 'S' -> text();
            case 'T' -> true;
            case 'F' -> false;
            case 'Z' -> List.of();
            case 'd' -> source.getFloat();
            case 'D' -> source.getDouble();
            default -> integer(marker);
        };
    }

    private long integer(char marker) {
        return switch (marker) {
            case 'i' -> source.get();
            case 'U' -> Byte.toUnsignedLong(source.get());
            case 'I' -> source.getShort();
            case 'l' -> source.getInt();
            case 'L' -> source.getLong();
            default ->
                    throw new IllegalArgumentException(
                            "unknown marker '" + marker + "' before byte " + source.position());
        };
    }

    private int length() {
        return Math.toIntExact(integer(marker()));
    }

    private String text() {
        byte[] bytes = new byte[length()];
        source.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (peek() != '}') {
            String key = text();
            members.put(key, value(marker()));
        }
        source.get();
        return members;
    }

    private Object array() {
        if (peek() == '$') {
            source.get();
            char type = (char) source.get();
            expect('#');
            return typed(type, length());
        }
        List<Object> items = new ArrayList<>();
        if (peek() == '#') {
            source.get();
            int count = length();
            for (int i = 0; i < count; i++) {
                items.add(value(marker()));
            }
            return items;
        }
        while (peek() != ']') {
            items.add(value(marker()));
        }
        source.get();
        return items;
    }

    private Object typed(char type, int count) {
        if (type == 'd') {
            float[] floats = new float[count];
            for (int i = 0; i < count; i++) {
                floats[i] = source.getFloat();
            }
            return floats;
        }
        long[] integers = new long[count];
        for (int i = 0; i < count; i++) {
            integers[i] = integer(type);
        }
        return integers;
    }

    private char peek() {
        char next = (char) source.get(source.position());
        while (next == 'N') {
            source.get();
            next = (char) source.get(source.position());
        }
        return next;
    }

    private void expect(char wanted) {
        char found = (char) source.get();
        if (found != wanted) {
            throw new IllegalArgumentException(
                    "expected '" + wanted + "' before byte " + source.position() + ": " + found);
        }
    }
}
