package dev.nightjar.asl.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionJournals;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.asl.run.StartedExecution;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Journals in memory, for tests of machines that are resumed or redriven. They hold the lines that
 * a {@link JournalFolder} would. Safe for use by many threads.
 */
public final class MemoryJournals implements ExecutionJournals {
    private final Map<String, Steps> journals = new HashMap<>();

    /** Empty journals. */
    public MemoryJournals() {}

    @Override
    public synchronized ExecutionJournal create(StartedExecution start) {
        String arn = start.identity().id();
        if (journals.containsKey(arn)) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_ALREADY_EXISTS,
                    "there is an execution " + arn + " already");
        }
        Steps steps = new Steps(start);
        journals.put(arn, steps);
        return new Journal(steps);
    }

    @Override
    public synchronized ExecutionJournal open(String executionArn) {
        Steps steps = journals.get(executionArn);
        if (steps == null) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_DOES_NOT_EXIST,
                    "there is no execution " + executionArn);
        }
        if (steps.held) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_IN_USE, executionArn + " is under way");
        }
        return new Journal(steps);
    }

    /** How many steps an execution and its children wrote so far. */
    public synchronized int steps(String executionArn) {
        Steps steps = journals.get(executionArn);
        return steps == null ? 0 : steps.written.size();
    }

    /**
     * What would be there had the process been killed after so many steps of the execution:
     * journals of their own, which nobody holds.
     */
    public synchronized MemoryJournals killedAfter(String executionArn, int steps) {
        MemoryJournals copy = new MemoryJournals();
        Steps whole = journals.get(executionArn);
        if (whole != null) {
            Steps some = new Steps(whole.start);
            some.written.addAll(whole.written.subList(0, steps));
            some.held = false;
            copy.journals.put(executionArn, some);
        }
        return copy;
    }

    private static final class Steps {
        private final StartedExecution start;
        private final List<Step> written = new ArrayList<>();
        private boolean held = true;

        Steps(StartedExecution start) {
            this.start = start;
        }
    }

    private record Step(boolean ofChild, String lines) {}

    private final class Journal implements ExecutionJournal {
        private final Steps steps;
        private boolean closed;

        Journal(Steps steps) {
            this.steps = steps;
            steps.held = true;
        }

        @Override
        public StartedExecution start() {
            return steps.start;
        }

        @Override
        public void read(Consumer<JournalRecord> reader) {
            List<Step> all;
            synchronized (MemoryJournals.this) {
                all = List.copyOf(steps.written);
            }
            read(all.stream().filter(step -> !step.ofChild()), reader);
            read(all.stream().filter(Step::ofChild), reader);
        }

        private void read(Stream<Step> some, Consumer<JournalRecord> reader) {
            String lines = some.map(Step::lines).collect(Collectors.joining());
            String name = steps.start.identity().id();
            try {
                InputStream in = new ByteArrayInputStream(lines.getBytes(UTF_8));
                long _ = JournalLines.read(in, name, reader);
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot be read", e);
            }
        }

        @Override
        public void append(List<JournalRecord> step) {
            String lines = new String(JournalLines.step(step), UTF_8);
            synchronized (MemoryJournals.this) {
                if (closed) {
                    throw new IllegalStateException(steps.start.identity().id() + " is closed");
                }
                steps.written.add(new Step(step.getFirst().child() != null, lines));
            }
        }

        @Override
        public void force() {}

        @Override
        public void close() {
            synchronized (MemoryJournals.this) {
                if (!closed) {
                    closed = true;
                    steps.held = false;
                }
            }
        }
    }
}
