package dev.nightjar.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What is to be written, produced while it is written, so that it need not fit in memory. */
@FunctionalInterface
public interface Content {
    /** Writes all of the content once; an exception leaves the store unchanged. */
    void writeTo(OutputStream out) throws IOException;

    /** The given bytes. */
    static Content of(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** The given text as UTF-8. */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
