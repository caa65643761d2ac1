package dev.nightjar.asl.journal;

import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.StartedExecution;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal of one execution in its folder: its own records in one file, those of all children in
 * another. Safe for use by many threads.
 */
final class FolderJournal implements ExecutionJournal {
    static final String HISTORY = "history.jsonl";
    static final String CHILDREN = "children.jsonl";
    static final String LOCK = "lock";

    private final Path folder;
    private final StartedExecution start;
    private final ExecutionLock lock;
    private final Syncing syncing;
    private final Flusher flusher;
    private final Beginning beginning;
    private final JournalFile history;
    private @Nullable JournalFile children;
    private boolean closed;

    FolderJournal(
            Path folder,
            StartedExecution start,
            ExecutionLock lock,
            Syncing syncing,
            Flusher flusher,
            boolean isNew)
            throws IOException {
        this.folder = folder;
        this.start = start;
        this.lock = lock;
        this.syncing = syncing;
        this.flusher = flusher;
        this.beginning = new Beginning(folder, isNew);
        this.history = new JournalFile(folder, HISTORY);
        if (isNew && syncing == Syncing.GROUPED) {
            flusher.written(beginning);
        }
        if (Files.exists(folder.resolve(CHILDREN))) {
            children = new JournalFile(folder, CHILDREN);
        }
    }

    @Override
    public StartedExecution start() {
        return start;
    }

    @Override
    public void read(Consumer<JournalRecord> reader) {
        try {
            history.read(reader);
            JournalFile ofChildren = childrenIfAny();
            if (ofChildren != null) {
                ofChildren.read(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private synchronized @Nullable JournalFile childrenIfAny() {
        return children;
    }

    @Override
    public void append(List<JournalRecord> step) {
        byte[] bytes = JournalLines.step(step);
        try {
            JournalFile file = step.getFirst().child() == null ? history : children();
            file.append(bytes);
            switch (syncing) {
                case GROUPED -> flusher.written(file);
                case EVERY_STEP -> file.force();
                case NEVER -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private synchronized JournalFile children() throws IOException {
        if (closed) {
            throw new IllegalStateException(folder + " is closed");
        }
        if (children == null) {
            children = new JournalFile(folder, CHILDREN);
        }
        return children;
    }

    /** Children first: their ends are part of the execution's. */
    @Override
    public void force() {
        if (syncing == Syncing.NEVER) {
            return;
        }
        try {
            beginning.force();
            JournalFile ofChildren = childrenIfAny();
            if (ofChildren != null) {
                ofChildren.force();
            }
            history.force();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            history.close();
            if (children != null) {
                children.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + folder, e);
        }
    }

    /** What the execution was started with, which is written once. */
    private static final class Beginning implements Flushed {
        private final Path folder;
        private boolean dirty;

        Beginning(Path folder, boolean dirty) {
            this.folder = folder;
            this.dirty = dirty;
        }

        @Override
        public synchronized void force() throws IOException {
            if (dirty) {
                StartedExecutionFile.force(folder);
                dirty = false;
            }
        }

        @Override
        public void failed(IOException problem) {
            // It stays to be forced: the execution's end tries again, and fails with it.
        }
    }
}
