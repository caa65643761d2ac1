package dev.nightjar.core.store;

import dev.nightjar.core.error.Transient;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose answer to one successful write is lost: the write takes effect, the caller gets
 * {@link Transient}. Refused creates and replaces are not counted. Safe for use by multiple
 * threads.
 */
public final class ForgetfulStore implements ObjectStore {
    private final ObjectStore store;
    private final int forgotten;
    private final AtomicInteger writes = new AtomicInteger();

    private ForgetfulStore(int forgotten, ObjectStore store) {
        this.store = store;
        this.forgotten = forgotten;
    }

    /** Loses the answer to the successful write with the number, counted from 1. */
    public static ForgetfulStore at(int write, ObjectStore store) {
        return new ForgetfulStore(write, store);
    }

    /**
     * How many writes took effect; a test that wants a lost answer asserts that there were enough.
     */
    public int writes() {
        return writes.get();
    }

    @Override
    public ObjectHead put(String key, Content content) {
        ObjectHead head = store.put(key, content);
        answer("put " + key);
        return head;
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        Optional<ObjectHead> created = store.create(key, content);
        created.ifPresent(_ -> answer("create " + key));
        return created;
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        Optional<ObjectHead> replaced = store.replace(key, content, etag);
        replaced.ifPresent(_ -> answer("replace " + key));
        return replaced;
    }

    @Override
    public void delete(String key) {
        store.delete(key);
        answer("delete " + key);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return store.head(key);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return store.find(key);
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        return store.open(pinned, from, to);
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return store.list(prefix);
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

    private void answer(String call) {
        if (writes.incrementAndGet() == forgotten) {
            throw new Transient("The answer was lost: " + call);
        }
    }
}
