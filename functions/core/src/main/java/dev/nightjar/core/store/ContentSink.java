package dev.nightjar.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/**
 * Takes content into a file and digests it on the way. A content that closes it does no harm: the
 * file belongs to the store until it is forced to disk. Not safe for use by multiple threads.
 */
final class ContentSink extends OutputStream {
    private static final int BUFFER = 1 << 14;

    private final FileChannel file;
    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long size;

    ContentSink(FileChannel file) {
        super();
        this.file = file;
    }

    @Override
    public void write(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        for (int at = offset; at < end; ) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int count = Math.min(buffer.remaining(), end - at);
            buffer.put(bytes, at, count);
            at += count;
        }
    }

    @Override
    public void flush() throws IOException {
        buffer.flip();
        size += buffer.remaining();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** The digest of all that was written; asked once, at the end. */
    byte[] digest() throws IOException {
        flush();
        return digest.digest();
    }

    long size() {
        return size;
    }
}
