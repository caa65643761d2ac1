package dev.nightjar.tables.csv;

import dev.nightjar.core.definition.Gzip;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Opens objects that may be packed. */
public final class Unpacking {
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private Unpacking() {}

    /** An object's content. */
    public record Content(InputStream stream, boolean packed) {}

    /**
     * The content of a whole object.
     *
     * @param raw its bytes from the first on
     * @param file named in messages
     */
    public static Content open(InputStream raw, Gzip gzip, String file, CsvLimits limits)
            throws IOException {
        return switch (gzip) {
            case NEVER -> new Content(raw, false);
            case ALWAYS -> new Content(new GzipMembers(raw, file, limits), true);
            case AUTO -> {
                PushbackInputStream peeked = new PushbackInputStream(raw, 2);
                yield startsWithMagic(peeked)
                        ? new Content(new GzipMembers(peeked, file, limits), true)
                        : new Content(peeked, false);
            }
        };
    }

    private static boolean startsWithMagic(PushbackInputStream peeked) throws IOException {
        byte[] start = peeked.readNBytes(2);
        peeked.unread(start);
        return start.length == 2
                && (start[0] & 0xff) == MAGIC_FIRST
                && (start[1] & 0xff) == MAGIC_SECOND;
    }
}
