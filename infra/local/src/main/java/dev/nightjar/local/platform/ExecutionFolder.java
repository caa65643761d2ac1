package dev.nightjar.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ExecutionResult;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.night.RunId;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes down an execution while it runs, and holds its lock: {@code execution.json}, {@code
 * history.jsonl} (its events as they happen), {@code children.jsonl} (those of its Maps' children).
 * Safe for use by multiple threads.
 */
final class ExecutionFolder implements AutoCloseable {
    static final String RECORD = "execution.json";
    static final String HISTORY = "history.jsonl";
    static final String CHILDREN = "children.jsonl";
    static final String LOCK = "lock";

    private final Path folder;
    private final ExecutionLock lock;
    private final Writer history;
    private @Nullable Writer children;
    private ExecutionRecord record;

    /** Makes the folder of a new execution and holds its lock. */
    ExecutionFolder(Path folder, ExecutionRecord record) throws IOException {
        this.folder = requireNonNull(folder, "folder is null");
        this.record = requireNonNull(record, "record is null");
        Files.createDirectories(folder);
        this.lock = ExecutionLock.take(folder.resolve(LOCK));
        this.history = Files.newBufferedWriter(folder.resolve(HISTORY), UTF_8);
        write();
    }

    synchronized ExecutionRecord record() {
        return record;
    }

    synchronized void happened(HistoryEvent event) {
        append(history, event);
    }

    synchronized void happened(ChildEvent event) {
        try {
            if (children == null) {
                children = Files.newBufferedWriter(folder.resolve(CHILDREN), UTF_8);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        append(children, event);
    }

    synchronized void belongsTo(RunId run) {
        record = record.withRun(run);
        write();
    }

    synchronized void ended(ExecutionResult result) {
        record =
                new ExecutionRecord(
                        record.execution(),
                        record.run(),
                        result.status().name(),
                        record.startedAt(),
                        result.stoppedAt(),
                        result.error(),
                        result.cause(),
                        record.input());
        write();
    }

    private void append(Writer writer, Object event) {
        try {
            writer.write(Json.text(event));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write() {
        Path whole = folder.resolve(RECORD);
        Path half = folder.resolve(RECORD + ".new");
        try {
            Files.writeString(half, Json.pretty(record));
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("cannot write to " + folder, e);
    }

    @Override
    public synchronized void close() throws IOException {
        try (lock;
                Writer first = history;
                Writer second = children) {
            first.flush();
            if (second != null) {
                second.flush();
            }
        }
    }
}
