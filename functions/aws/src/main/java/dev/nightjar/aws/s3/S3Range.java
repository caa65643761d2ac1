package dev.nightjar.aws.s3;

import dev.nightjar.core.error.Transient;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.InputStream;

/**
 * A byte range that goes on where its connection broke off: every opening is pinned to the same
 * content, so no joint shows. Gives up with {@link Transient} after a few breaks. Not safe for use
 * by multiple threads.
 */
final class S3Range extends InputStream {
    static final int MOST_BREAKS = 5;

    /** Opens the rest of the range, from a byte of the object on, 0-based. */
    @FunctionalInterface
    interface Opening {
        ResponseInputStream<?> from(long position) throws IOException;
    }

    private final String address;
    private final Opening opening;
    private final long to;
    private long position;
    private ResponseInputStream<?> answer;
    private int breaks;

    /** Opens the range, which is not empty. */
    S3Range(String address, long from, long to, Opening opening) throws IOException {
        super();
        this.address = address;
        this.opening = opening;
        this.position = from;
        this.to = to;
        this.answer = opening.from(from);
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
        if (position == to) {
            return -1;
        }
        int count = arrived(bytes, offset, (int) Math.min(length, to - position));
        while (count <= 0) {
            answer = opening.from(position);
            count = arrived(bytes, offset, (int) Math.min(length, to - position));
        }
        position += count;
        if (position == to) {
            checkEnd();
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return position == to ? 0 : (int) Math.min(answer.available(), to - position);
    }

    /** An answer that was not read to its end would first be read to it, to keep the connection. */
    @Override
    public void close() throws IOException {
        if (position == to) {
            answer.close();
        } else {
            answer.abort();
        }
    }

    /** How many bytes came, or -1 when the connection broke. */
    private int arrived(byte[] bytes, int offset, int length) {
        try {
            int count = answer.read(bytes, offset, length);
            if (count < 0) { // Java's own connection takes the loss of the rest for its end
                noteBreak(new IOException("the answer ended early"));
            }
            return count;
        } catch (IOException | SdkException e) {
            noteBreak(e);
            return -1;
        }
    }

    private void noteBreak(Exception e) {
        answer.abort();
        breaks++;
        if (breaks > MOST_BREAKS) {
            throw new Transient(
                    "Cannot read %s: the connection broke %d times, last at byte %d: %s"
                            .formatted(address, breaks, position, e.getMessage()),
                    e);
        }
    }

    /** The SDK compares the checksum of a whole object when it sees the end. */
    private void checkEnd() {
        try {
            if (answer.read() >= 0) {
                throw new Transient(address + " gave more bytes than were asked for");
            }
        } catch (IOException | SdkException e) {
            throw new Transient(
                    "What was read of " + address + " is damaged: " + e.getMessage(), e);
        }
    }
}
