package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One object of the input, pinned.
 *
 * @param size in bytes, as stored
 * @param rows data records counted, or null when the object could not be read to its end
 * @param problem why it could not be read, or null
 */
public record InputObject(
        String key, String etag, long size, @Nullable Long rows, @Nullable String problem) {
    public InputObject {
        requireNonNull(key, "key is null");
        requireNonNull(etag, "etag is null");
    }
}
