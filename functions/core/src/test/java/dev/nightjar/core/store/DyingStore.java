package dev.nightjar.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A store that dies at a write of a given number and from then on throws {@link StoreDied} at every
 * call, as a killed process would make no other. A write that changes nothing (a refused create or
 * replace) has no number. Writes happen one after the other, so that exactly as many take effect.
 * Safe for use by multiple threads.
 */
public final class DyingStore implements ObjectStore {
    private final ObjectStore store;
    private final int lastWrites;
    private final boolean takesEffect;
    private final Lock writing = new ReentrantLock();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean dead;

    private DyingStore(ObjectStore store, int lastWrites, boolean takesEffect) {
        this.store = store;
        this.lastWrites = lastWrites;
        this.takesEffect = takesEffect;
    }

    /**
     * Dies when the write with the number, counted from 1, has taken effect but was not answered.
     */
    public static DyingStore after(int write, ObjectStore store) {
        return new DyingStore(store, write, true);
    }

    /** Dies when the write with the number is asked for, before it takes effect. */
    public static DyingStore before(int write, ObjectStore store) {
        return new DyingStore(store, write - 1, false);
    }

    /** Never dies: counts the writes. */
    public static DyingStore never(ObjectStore store) {
        return new DyingStore(store, Integer.MAX_VALUE, true);
    }

    /** How many writes took effect. */
    public int writes() {
        return writes.get();
    }

    /** Whether it died; a test that wants a death asserts it. */
    public boolean isDead() {
        return dead;
    }

    @Override
    public ObjectHead put(String key, Content content) {
        return write("put " + key, () -> Optional.of(store.put(key, content))).orElseThrow();
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        return write("create " + key, () -> store.create(key, content));
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        return write("replace " + key, () -> store.replace(key, content, etag));
    }

    @Override
    public void delete(String key) {
        write(
                "delete " + key,
                () -> {
                    Optional<ObjectHead> before = store.head(key);
                    store.delete(key);
                    return before;
                });
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return alive("head " + key).head(key);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return alive("find " + key).find(key);
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        return alive("open " + pinned.key()).open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return alive("list " + prefix).list(prefix);
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

    private Optional<ObjectHead> write(String call, Supplier<Optional<ObjectHead>> effect) {
        writing.lock();
        try {
            alive(call);
            if (!takesEffect && writes.get() == lastWrites) {
                throw die(call + ", before it took effect");
            }
            Optional<ObjectHead> answer = effect.get();
            if (answer.isPresent()) {
                writes.incrementAndGet();
            }
            if (takesEffect && answer.isPresent() && writes.get() == lastWrites) {
                throw die(call + ", after it took effect");
            }
            return answer;
        } finally {
            writing.unlock();
        }
    }

    private StoreDied die(String where) {
        dead = true;
        return new StoreDied("Died at " + where + " (" + writes + " writes done)");
    }

    private ObjectStore alive(String call) {
        if (dead) {
            throw new StoreDied("Dead already at " + call);
        }
        return store;
    }
}
