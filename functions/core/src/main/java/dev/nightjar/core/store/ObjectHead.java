package dev.nightjar.core.store;

import static java.util.Objects.requireNonNull;

/**
 * What is known of an object without reading it.
 *
 * @param key relative to the store or data root, segments separated by {@code /}
 * @param etag changes whenever the content changes; opaque
 * @param size in bytes
 */
public record ObjectHead(String key, String etag, long size) {
    public ObjectHead {
        requireNonNull(key, "key is null");
        requireNonNull(etag, "etag is null");
        if (size < 0) {
            throw new IllegalArgumentException("size is negative: " + size);
        }
    }

    /**
     * Throws IllegalArgumentException when the bytes are not within the object.
     *
     * @param from first byte, 0-based
     * @param to end, exclusive
     */
    public void checkRange(long from, long to) {
        if (from < 0 || to < from || to > size) {
            throw new IllegalArgumentException(
                    "The range %d to %d is not within the %d bytes of %s"
                            .formatted(from, to, size, key));
        }
    }
}
