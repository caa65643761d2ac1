package dev.nightjar.core.night;

import static java.util.Objects.requireNonNull;

/**
 * An object that a record names, with what proves that it is still the same.
 *
 * @param etag that the store gave it, which LIST shows
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record StoredPart(String key, String etag, long size, String sha256) {
    public StoredPart {
        requireNonNull(key, "key is null");
        requireNonNull(etag, "etag is null");
        requireNonNull(sha256, "sha256 is null");
    }
}
