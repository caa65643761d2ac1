package dev.nightjar.scoring;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * Keeps what was made last, at most so many; the one that was not asked for the longest goes first.
 * Each is made once, while those that ask for it wait and others do not. What cannot be made is not
 * kept. Safe for use by multiple threads.
 */
final class Recent<K, V> {
    private final int most;
    private final LinkedHashMap<K, Place<K, V>> places = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    /** What belongs to the key. */
    V get(K key, Function<K, V> making) {
        return place(key).get(key, making);
    }

    private synchronized Place<K, V> place(K key) {
        Place<K, V> place = places.computeIfAbsent(key, absent -> new Place<>());
        if (places.size() > most) {
            places.pollFirstEntry();
        }
        return place;
    }

    private static final class Place<K, V> {
        private @Nullable V made;

        synchronized V get(K key, Function<K, V> making) {
            V known = made;
            if (known == null) {
                known = making.apply(key);
                made = known;
            }
            return known;
        }
    }
}
