package dev.nightjar.core.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A store in memory, for tests and as a source of data in them. Refuses the keys that a folder
 * refuses, case aside. The ETag is the SHA-256 of the content in hexadecimal. Safe for use by
 * multiple threads.
 */
public final class MemoryStore implements ObjectStore {
    private final ConcurrentNavigableMap<String, StoredObject> objects =
            new ConcurrentSkipListMap<>(KeyRules.ORDER);

    /** One write at a time, so that looking and writing are one. */
    private final Object writing = new Object();

    @Override
    public ObjectHead put(String key, Content content) {
        StoredObject object = written(key, content);
        synchronized (writing) {
            return stored(object);
        }
    }

    @Override
    public Optional<ObjectHead> create(String key, Content content) {
        StoredObject object = written(key, content);
        synchronized (writing) {
            return objects.containsKey(key) ? Optional.empty() : Optional.of(stored(object));
        }
    }

    @Override
    public Optional<ObjectHead> replace(String key, Content content, String etag) {
        StoredObject object = written(key, content);
        synchronized (writing) {
            return head(key).filter(now -> now.etag().equals(etag)).map(_ -> stored(object));
        }
    }

    @Override
    public void delete(String key) {
        KeyRules.check(key);
        synchronized (writing) {
            objects.remove(key);
        }
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return find(key).map(StoredObject::head);
    }

    @Override
    public Optional<StoredObject> find(String key) {
        KeyRules.check(key);
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) throws IOException {
        pinned.checkRange(from, to);
        StoredObject object = pinned(pinned);
        InputStream in = new ByteArrayInputStream(object.bytes(), (int) from, (int) (to - from));
        return new PinnedRange(pinned, in, to - from, () -> pinned(pinned));
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        KeyRules.checkPrefix(prefix);
        return objects.tailMap(prefix).values().stream()
                .map(StoredObject::head)
                .takeWhile(head -> head.key().startsWith(prefix))
                .toList();
    }

    @Override
    public String bucket() {
        return "here";
    }

    @Override
    public String keyInBucket(String key) {
        return key;
    }

    @Override
    public String address(String key) {
        return "memory:" + key;
    }

    /** The present object, if it is the pinned one. */
    private StoredObject pinned(ObjectHead pinned) throws ObjectChanged {
        StoredObject now = find(pinned.key()).orElseThrow(() -> PinnedRange.gone(pinned.key()));
        if (!now.head().etag().equals(pinned.etag())) {
            throw PinnedRange.changed(pinned, now.head().etag());
        }
        return now;
    }

    private static StoredObject written(String key, Content content) {
        KeyRules.check(key);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw StoreFailure.of("write " + key, e);
        }
        byte[] bytes = out.toByteArray();
        return new StoredObject(new ObjectHead(key, Sha256.of(bytes), bytes.length), bytes);
    }

    private ObjectHead stored(StoredObject object) {
        String key = object.head().key();
        refuseBelowAnother(key);
        String below = key + "/";
        String next = objects.ceilingKey(below);
        if (next != null && next.startsWith(below)) {
            throw new IllegalArgumentException(
                    "The key '" + key + "' is the folder of other objects");
        }
        objects.put(key, object);
        return object.head();
    }

    private void refuseBelowAnother(String key) {
        for (int end = key.indexOf('/'); end >= 0; end = key.indexOf('/', end + 1)) {
            if (objects.containsKey(key.substring(0, end))) {
                throw new IllegalArgumentException(
                        "The key '%s' lies below the object '%s'"
                                .formatted(key, key.substring(0, end)));
            }
        }
    }
}
