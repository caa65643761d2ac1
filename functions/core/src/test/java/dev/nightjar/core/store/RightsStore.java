package dev.nightjar.core.store;

import dev.nightjar.core.store.StoreRight.Verb;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiPredicate;

/**
 * A store that does only what is listed, and remembers what was asked of it, allowed or not: the
 * rights that a night needs. Safe for use by multiple threads.
 */
public final class RightsStore implements ObjectStore {
    private final ObjectStore store;
    private final BiPredicate<Verb, String> rights;
    private final NavigableSet<StoreRight> used = new ConcurrentSkipListSet<>();

    private RightsStore(ObjectStore store, BiPredicate<Verb, String> rights) {
        this.store = store;
        this.rights = rights;
    }

    /**
     * Throws {@link RightMissing} at a call without a right.
     *
     * @param rights whether the verb is allowed on the key; for {@code LIST} on the prefix
     */
    public static RightsStore of(ObjectStore store, BiPredicate<Verb, String> rights) {
        return new RightsStore(store, rights);
    }

    /** All that was asked so far, by key and verb; print it to see what a night needs. */
    public NavigableSet<StoreRight> used() {
        return new TreeSet<>(used);
    }

    @Override
    public ObjectHead put(String key, Content content) {
        return with(Verb.PUT, key).put(key, content);
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        return with(Verb.CREATE, key).create(key, content);
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        return with(Verb.REPLACE, key).replace(key, content, etag);
    }

    @Override
    public void delete(String key) {
        with(Verb.DELETE, key).delete(key);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return with(Verb.READ, key).head(key);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return with(Verb.READ, key).find(key);
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        return with(Verb.READ, pinned.key()).open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return with(Verb.LIST, prefix).list(prefix);
    }

    @Override
    public String bucket() {
        return store.bucket();
    }

    @Override
    public String keyInBucket(String key) {
        return store.keyInBucket(key);
    }

    @Override
    public String address(String key) {
        return store.address(key);
    }

    private ObjectStore with(Verb verb, String key) {
        StoreRight right = new StoreRight(verb, key);
        used.add(right);
        if (!rights.test(verb, key)) {
            throw new RightMissing(right);
        }
        return store;
    }
}
