package dev.nightjar.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reading side of a bucket or folder. Implementations are safe for use by multiple threads. A
 * failure of the world below is thrown as {@link dev.nightjar.core.error.Transient}, or as {@link
 * java.io.UncheckedIOException} where trying again cannot help.
 */
public interface ObjectSource {
    /** The object's head, or empty when there is none. */
    Optional<ObjectHead> head(String key);

    /** The whole object with the head of the very bytes read, or empty when there is none. */
    Optional<StoredObject> find(String key);

    /**
     * Opens a byte range of an object that must still be the pinned one.
     *
     * @param pinned the head seen earlier; its ETag is checked when opening and, where one opening
     *     may see more than one content, when the range ends
     * @param from first byte, 0-based
     * @param to end, exclusive; at most the size
     * @throws ObjectChanged when the object is gone or has another ETag (also from reading)
     */
    InputStream open(ObjectHead pinned, long from, long to) throws IOException;

    /** Opens the whole pinned object. */
    default InputStream open(ObjectHead pinned) throws IOException {
        return open(pinned, 0, pinned.size());
    }

    /** All objects whose key starts with the prefix, in UTF-8 byte order of whole keys. */
    List<ObjectHead> list(String prefix);

    /**
     * The next segments of keys below the prefix that hold further keys, in UTF-8 byte order (S3:
     * common prefixes). Reads no object.
     *
     * @param prefix empty, or ending with {@code /}
     */
    default List<String> folders(String prefix) {
        return list(prefix).stream()
                .map(head -> head.key().substring(prefix.length()))
                .filter(rest -> rest.indexOf('/') > 0)
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .sorted(KeyRules.ORDER)
                .toList();
    }

    /** The bucket's name, or {@code here} for a folder. */
    String bucket();

    /** The key as the bucket knows it: with the prefix of the store's address, if any. */
    String keyInBucket(String key);

    /** Where an object lies, for people: a path or an {@code s3://} address. */
    String address(String key);
}
