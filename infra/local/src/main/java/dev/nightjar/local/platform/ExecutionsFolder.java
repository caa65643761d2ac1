package dev.nightjar.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.core.port.Executions;
import dev.nightjar.pipeline.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The executions of a store, {@code executions/<machine>/<name>/}: which still run, and what
 * happened in them. Safe for use by multiple threads and processes.
 */
public final class ExecutionsFolder implements Executions {
    private final Path folder;

    /** The executions of the store in the folder. */
    public ExecutionsFolder(Path store) {
        this.folder = requireNonNull(store, "store is null").resolve("executions");
    }

    /**
     * RUNNING while a live process holds the lock, ENDED when none does, UNKNOWN without a folder.
     */
    @Override
    public State state(String execution) {
        Optional<Path> found = folder(execution);
        if (found.isEmpty()) {
            return State.UNKNOWN;
        }
        Path lock = found.get().resolve(ExecutionFolder.LOCK);
        try {
            return Files.exists(lock) && ExecutionLock.isHeld(lock) ? State.RUNNING : State.ENDED;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask whether " + execution + " runs", e);
        }
    }

    /** What the execution was started with, and how it ended. */
    public Optional<ExecutionRecord> record(String execution) {
        return folder(execution)
                .map(found -> found.resolve(ExecutionFolder.RECORD))
                .filter(Files::exists)
                .map(ExecutionsFolder::bytes)
                .map(bytes -> Json.read(bytes, ExecutionRecord.class));
    }

    /** The events of the execution, oldest first; of a killed one those that were written whole. */
    public List<HistoryEvent> history(String execution) {
        return lines(execution, ExecutionFolder.HISTORY, HistoryEvent.class);
    }

    /** The events of its Maps' children, in the order in which they happened. */
    public List<ChildEvent> children(String execution) {
        return lines(execution, ExecutionFolder.CHILDREN, ChildEvent.class);
    }

    /** Begins to write down a new execution. */
    ExecutionFolder create(ExecutionRecord record) {
        ExecutionName name = ExecutionName.parse(record.execution()).orElseThrow();
        try {
            return new ExecutionFolder(path(name), record);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write down " + record.execution(), e);
        }
    }

    private Optional<Path> folder(String execution) {
        return ExecutionName.parse(execution).map(this::path).filter(Files::isDirectory);
    }

    private Path path(ExecutionName name) {
        return folder.resolve(name.machine()).resolve(name.name());
    }

    private <T> List<T> lines(String execution, String file, Class<T> type) {
        Optional<Path> found =
                folder(execution).map(path -> path.resolve(file)).filter(Files::exists);
        if (found.isEmpty()) {
            return List.of();
        }
        String text = new String(bytes(found.get()), UTF_8);
        // What follows the last line end was cut off when the process was killed.
        int whole = text.lastIndexOf('\n') + 1;
        List<T> events = new ArrayList<>();
        try (Stream<String> written = text.substring(0, whole).lines()) {
            written.forEach(line -> events.add(Json.read(line, type)));
        }
        return events;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
