package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

/**
 * One call of a function to S3.
 *
 * @param method of HTTP
 * @param key of the object, or empty for a list
 * @param id the same at each try of the SDK
 */
record S3Call(String method, String key, String id) {
    S3Call {
        requireNonNull(method, "method is null");
        requireNonNull(key, "key is null");
        requireNonNull(id, "id is null");
    }

    /** Whether it is this operation on a key that holds each of the texts. */
    boolean is(String operation, String... texts) {
        if (!method.equals(operation)) {
            return false;
        }
        for (String text : texts) {
            if (!key.contains(text)) {
                return false;
            }
        }
        return true;
    }
}
