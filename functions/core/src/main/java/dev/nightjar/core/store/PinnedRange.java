package dev.nightjar.core.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * A byte range that gives its last byte only when the object is still the pinned one. Not safe for
 * use by multiple threads.
 */
final class PinnedRange extends InputStream {
    /** Throws {@link ObjectChanged} when the object is no longer the pinned one. */
    @FunctionalInterface
    interface Check {
        void run() throws IOException;
    }

    private final ObjectHead pinned;
    private final InputStream in;
    private final Check check;
    private long left;
    private boolean checked;

    /**
     * @param in stands at the first byte of the range
     * @param length of the range
     */
    PinnedRange(ObjectHead pinned, InputStream in, long length, Check check) {
        super();
        this.pinned = pinned;
        this.in = in;
        this.check = check;
        this.left = length;
        this.checked = length == 0;
    }

    static ObjectChanged gone(String key) {
        return new ObjectChanged(key + " is gone since it was pinned");
    }

    static ObjectChanged changed(ObjectHead pinned, String etag) {
        return new ObjectChanged(
                "%s was changed since it was pinned: its ETag was %s and is %s"
                        .formatted(pinned.key(), pinned.etag(), etag));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            verify();
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new ObjectChanged(
                    pinned.key() + " was cut since it was pinned: " + left + " bytes are missing");
        }
        left -= count;
        if (left == 0) {
            verify();
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void verify() throws IOException {
        if (!checked) {
            check.run();
            checked = true;
        }
    }
}
