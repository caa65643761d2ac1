package dev.nightjar.core.port;

/** Source of names that nobody else takes. Safe for use by multiple threads. */
@FunctionalInterface
public interface Ids {
    /** A fresh nonce: 12 lower-case hexadecimal digits. */
    String nonce();
}
