package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.journal.JournalFolder;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionHistory;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.aws.states.HistoryJson;
import dev.nightjar.core.port.ExecutionEvent;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The executions of a store, {@code executions/<machine>/<name>/}: which still run, and what
 * happened in them, as the engine journals it. Safe for use by multiple threads and processes.
 */
public final class ExecutionsFolder implements RecordedExecutions {
    private final JournalFolder journals;

    /** The executions of the store in the folder. */
    public ExecutionsFolder(Path store) {
        this.journals =
                new JournalFolder(requireNonNull(store, "store is null").resolve("executions"));
    }

    /** The journals themselves. */
    public JournalFolder journals() {
        return journals;
    }

    /** RUNNING while a live process holds it, ENDED when none does, also when it was killed. */
    @Override
    public State state(String execution) {
        return known(execution, () -> journals.isRunning(execution) ? State.RUNNING : State.ENDED)
                .orElse(State.UNKNOWN);
    }

    @Override
    public Optional<String> input(String execution) {
        return describe(execution, Instant.EPOCH).map(found -> found.start().input().toString());
    }

    @Override
    public List<ExecutionEvent> newestEvents(String execution) {
        List<ExecutionEvent> events = new ArrayList<>();
        ExecutionHistory.of(execution, history(execution))
                .path("events")
                .forEach(event -> events.add(HistoryJson.event(event)));
        return events.reversed();
    }

    @Override
    public Optional<ExecutionDescription> describe(String execution, Instant now) {
        return known(execution, () -> journals.describe(execution, now));
    }

    /** Of a killed execution those that were written whole. */
    @Override
    public List<HistoryEvent> history(String execution) {
        return known(execution, () -> journals.history(execution)).orElse(List.of());
    }

    @Override
    public void read(String execution, ExecutionReader reader) {
        read(execution, new ExecutionRecords(reader));
    }

    @Override
    public List<MapRunDescription> mapRuns(String execution) {
        return known(execution, () -> journals.mapRuns(execution)).orElse(List.of());
    }

    @Override
    public Optional<String> named(String name) {
        return journals.executions().stream().filter(arn -> arn.endsWith(":" + name)).findFirst();
    }

    /** Tells the reader all records of the execution's journal. */
    void read(String execution, Consumer<JournalRecord> reader) {
        known(
                execution,
                () -> {
                    journals.read(execution, reader);
                    return true;
                });
    }

    @Override
    public boolean answersAtOnce() {
        return true;
    }

    private static <T> Optional<T> known(String execution, Supplier<T> answer) {
        if (ExecutionName.parse(execution).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get());
        } catch (RefusedException refused) {
            if (refused.reason() == RefusedException.Reason.EXECUTION_DOES_NOT_EXIST) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
