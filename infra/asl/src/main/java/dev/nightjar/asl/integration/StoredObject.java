package dev.nightjar.asl.integration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An object in a bucket. Immutable.
 *
 * @param text its content
 * @param lastModified when it was written
 */
public record StoredObject(String bucket, String key, String text, Instant lastModified) {
    public StoredObject {
        requireNonNull(bucket, "bucket is null");
        requireNonNull(key, "key is null");
        requireNonNull(text, "text is null");
        requireNonNull(lastModified, "lastModified is null");
    }
}
