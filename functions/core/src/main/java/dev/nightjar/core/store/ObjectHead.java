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
}
