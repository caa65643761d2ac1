package dev.nightjar.core.store;

import java.util.Comparator;
import java.util.Locale;

/**
 * The right to do something with a key.
 *
 * @param key for {@code LIST} the prefix asked for
 */
public record StoreRight(Verb verb, String key) implements Comparable<StoreRight> {
    private static final Comparator<StoreRight> BY_KEY =
            Comparator.comparing(StoreRight::key, KeyRules.ORDER).thenComparing(StoreRight::verb);

    /** What one may do with an object; as text the words of {@code functions.yaml}. */
    public enum Verb {
        READ,
        LIST,
        CREATE,
        REPLACE,
        PUT,
        DELETE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(StoreRight other) {
        return BY_KEY.compare(this, other);
    }

    @Override
    public String toString() {
        return verb + " " + key;
    }
}
