package dev.nightjar.core.store;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * A small object, read whole.
 *
 * @param head of the very bytes read
 * @param bytes the content; not copied, do not change
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; never compared or hashed
public record StoredObject(ObjectHead head, byte[] bytes) {
    public StoredObject {
        requireNonNull(head, "head is null");
        requireNonNull(bytes, "bytes is null");
    }

    /** The content as UTF-8 text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
