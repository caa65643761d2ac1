package dev.nightjar.local.platform;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.journal.JournalFolder;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.core.port.Executions;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The executions of a store, {@code executions/<machine>/<name>/}: which still run, and what
 * happened in them, as the engine journals it. Safe for use by multiple threads and processes.
 */
public final class ExecutionsFolder implements Executions {
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

    /**
     * What the execution was started with, and where it stands.
     *
     * @param now which decides whether it can still be redriven
     */
    public Optional<ExecutionDescription> describe(String execution, Instant now) {
        return known(execution, () -> journals.describe(execution, now));
    }

    /** The events of the execution, oldest first; of a killed one those that were written whole. */
    public List<HistoryEvent> history(String execution) {
        return known(execution, () -> journals.history(execution)).orElse(List.of());
    }

    /** Tells the reader all that is written of the execution and its Maps' children. */
    public void read(String execution, ExecutionReader reader) {
        read(execution, new ExecutionRecords(reader));
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
