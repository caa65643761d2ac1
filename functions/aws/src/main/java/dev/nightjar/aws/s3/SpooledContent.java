package dev.nightjar.aws.s3;

import dev.nightjar.core.store.Content;
import dev.nightjar.pipeline.json.Digests;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Content before it is sent: S3 wants its length and digest first, and a retry sends it again.
 * Small content waits in memory, large content in a temporary file. Not safe for use by multiple
 * threads.
 */
final class SpooledContent implements AutoCloseable {
    static final int MOST_IN_MEMORY = 1 << 20;

    private final Sink sink;

    private SpooledContent(Sink sink) {
        this.sink = sink;
    }

    /** All of the content; an exception of the content leaves nothing behind. */
    static SpooledContent of(Content content) throws IOException {
        Sink sink = new Sink();
        boolean whole = false;
        try {
            content.writeTo(sink);
            sink.end();
            whole = true;
            return new SpooledContent(sink);
        } finally {
            if (!whole) {
                sink.discard();
            }
        }
    }

    long size() {
        return sink.size;
    }

    byte[] sha256() {
        return sink.sha256.clone();
    }

    /** As S3 writes it. */
    String checksum() {
        return Base64.getEncoder().encodeToString(sink.sha256);
    }

    /** What is sent, as often as it is asked for. */
    RequestBody body(String contentType) {
        Path file = sink.file;
        if (file != null) {
            return RequestBody.fromContentProvider(() -> opened(file), size(), contentType);
        }
        byte[] bytes = sink.memory.toByteArray();
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes), bytes.length, contentType);
    }

    @Override
    public void close() throws IOException {
        sink.discard();
    }

    private static InputStream opened(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A content may close it and goes on being spooled: it ends when the content returns. */
    private static final class Sink extends OutputStream {
        private final MessageDigest digest = Digests.sha256();
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Path file;
        private OutputStream out = memory;
        private long size;
        private byte[] sha256 = {};

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (file == null && size + length > MOST_IN_MEMORY) {
                spill();
            }
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        private void spill() throws IOException {
            Path path = Files.createTempFile("nightjar", ".spool");
            file = path;
            out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
            memory.writeTo(out);
            memory.reset();
        }

        private void end() throws IOException {
            out.close();
            sha256 = digest.digest();
        }

        private void discard() throws IOException {
            out.close();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
