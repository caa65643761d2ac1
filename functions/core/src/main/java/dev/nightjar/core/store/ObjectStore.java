package dev.nightjar.core.store;

import java.util.Optional;

/**
 * The port over one bucket or one folder. The store gives one atomic key at a time and a consistent
 * list, nothing more. Writes become visible whole or not at all. Implementations are safe for use
 * by multiple threads and processes.
 */
public interface ObjectStore extends ObjectSource {
    /** Writes an object, whether or not there is one. */
    ObjectHead put(String key, Content content);

    /** Writes an object unless there is one (S3: {@code If-None-Match: *}); empty when there is. */
    Optional<ObjectHead> create(String key, Content content);

    /**
     * Replaces the object with the given ETag (S3: {@code If-Match}); empty when the object is gone
     * or has another.
     */
    Optional<ObjectHead> replace(String key, Content content, String etag);

    /** Deletes an object; nothing happens when there is none. */
    void delete(String key);
}
