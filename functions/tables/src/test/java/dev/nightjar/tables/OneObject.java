package dev.nightjar.tables;

import dev.nightjar.core.store.ObjectHead;
import dev.nightjar.core.store.ObjectSource;
import dev.nightjar.core.store.StoredObject;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A bucket with one object, for tests. */
public final class OneObject implements ObjectSource {
    private final byte[] bytes;

    /** A bucket that holds the bytes. */
    public OneObject(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The object's head. */
    public ObjectHead head() {
        return new ObjectHead("rows.csv", "1", bytes.length);
    }

    @Override
    public Optional<ObjectHead> head(String key) {
        return Optional.of(head());
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return Optional.of(new StoredObject(head(), bytes));
    }

    @Override
    public InputStream open(ObjectHead pinned, long from, long to) {
        return new ByteArrayInputStream(bytes, (int) from, (int) (to - from));
    }

    @Override
    public List<ObjectHead> list(String prefix) {
        return List.of(head());
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
        return key;
    }
}
