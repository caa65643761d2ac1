package dev.nightjar.asl.journal;

import dev.nightjar.asl.run.JournalRecord;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** One file of a journal, open to be appended to. Safe for use by many threads. */
final class JournalFile implements Flushed {
    private final Path folder;
    private final Path path;
    private final FileChannel channel;

    /** Who comes while somebody forces waits for that, too. */
    private final Object forcing = new Object();

    private boolean cut;
    private boolean dirty;
    private boolean isNew;
    private boolean closed;
    private @Nullable IOException failure;

    JournalFile(Path folder, String name) throws IOException {
        this.folder = folder;
        this.path = folder.resolve(name);
        this.isNew = !Files.exists(path);
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    /** Reads what is there, and cuts off what a kill left in part. */
    synchronized void read(Consumer<JournalRecord> reader) throws IOException {
        channel.position(0);
        // Not closed: that would close the channel.
        long whole = JournalLines.read(Channels.newInputStream(channel), path.toString(), reader);
        channel.truncate(whole);
        channel.position(whole);
        cut = true;
    }

    synchronized void append(byte[] step) throws IOException {
        if (closed) {
            throw new IllegalStateException(path + " is closed");
        }
        if (failure != null) {
            throw new IOException("an earlier write did not reach the disk", failure);
        }
        if (!cut) {
            read(_ -> {});
        }
        ByteBuffer bytes = ByteBuffer.wrap(step);
        while (bytes.hasRemaining()) {
            int _ = channel.write(bytes);
        }
        dirty = true;
    }

    /** Returns when all that was written before is on the disk. */
    @Override
    public void force() throws IOException {
        synchronized (forcing) {
            synchronized (this) {
                if (closed || !dirty) {
                    return;
                }
                dirty = false;
            }
            channel.force(false);
            if (isNew) {
                // A new file is lost with its folder's entry.
                StartedExecutionFile.forceFile(folder);
                isNew = false;
            }
        }
    }

    /** What failed in the background is told to whoever writes next. */
    @Override
    public synchronized void failed(IOException problem) {
        if (!closed) {
            failure = problem;
        }
    }

    void close() {
        synchronized (forcing) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close " + path, e);
            }
        }
    }
}
