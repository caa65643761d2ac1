package dev.nightjar.asl.journal;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.run.ChildDescription;
import dev.nightjar.asl.run.ExecutionDescription;
import dev.nightjar.asl.run.ExecutionFamily;
import dev.nightjar.asl.run.ExecutionJournal;
import dev.nightjar.asl.run.ExecutionJournals;
import dev.nightjar.asl.run.HistoryEvent;
import dev.nightjar.asl.run.JournalRecord;
import dev.nightjar.asl.run.MapRunDescription;
import dev.nightjar.asl.run.RefusedException;
import dev.nightjar.asl.run.StartedExecution;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Journals in a folder, {@code <machine>/<name>/} for each execution:
 *
 * <ul>
 *   <li>{@code execution.json}: what it was started with; {@code definition.asl.json}: its machine;
 *   <li>{@code history.jsonl}: its records; {@code children.jsonl}: those of its distributed Maps'
 *       children;
 *   <li>{@code lock}: held by the process that runs it.
 * </ul>
 *
 * <p>Safe for use by many threads and processes.
 */
public final class JournalFolder implements ExecutionJournals {
    private final Path folder;
    private final Syncing syncing;
    private final Flusher flusher = new Flusher();

    /** Journals in the folder, synced in groups. */
    public JournalFolder(Path folder) {
        this(folder, Syncing.GROUPED);
    }

    /** Journals in the folder. */
    public JournalFolder(Path folder, Syncing syncing) {
        this.folder = requireNonNull(folder, "folder is null");
        this.syncing = requireNonNull(syncing, "syncing is null");
    }

    @Override
    public ExecutionJournal create(StartedExecution start) {
        Path place = ExecutionPlace.of(start.identity().id()).in(folder);
        return held(
                place,
                lock -> {
                    if (lock == null || isThere(place)) {
                        throw new RefusedException(
                                RefusedException.Reason.EXECUTION_ALREADY_EXISTS,
                                "there is an execution " + start.identity().id() + " already");
                    }
                    StartedExecutionFile.write(place, start);
                    return new FolderJournal(place, start, lock, syncing, flusher, true);
                });
    }

    @Override
    public ExecutionJournal open(String executionArn) {
        Path place = existing(executionArn);
        return held(
                place,
                lock -> {
                    if (lock == null) {
                        throw new RefusedException(
                                RefusedException.Reason.EXECUTION_IN_USE,
                                "a live process runs " + executionArn);
                    }
                    StartedExecution start = StartedExecutionFile.read(place);
                    return new FolderJournal(place, start, lock, syncing, flusher, false);
                });
    }

    private interface Use {
        ExecutionJournal with(@Nullable ExecutionLock lock) throws IOException;
    }

    /** The lock belongs to the journal, or to nobody when none comes of it. */
    private static ExecutionJournal held(Path place, Use use) {
        ExecutionJournal journal = null;
        try {
            Files.createDirectories(place);
            ExecutionLock lock = ExecutionLock.take(place.resolve(FolderJournal.LOCK));
            try {
                journal = use.with(lock);
                return journal;
            } finally {
                if (journal == null && lock != null) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hold the journal " + place, e);
        }
    }

    private static boolean isThere(Path place) {
        return StartedExecutionFile.isIn(place);
    }

    private Path existing(String executionArn) {
        Path place = ExecutionPlace.of(executionArn).in(folder);
        if (!isThere(place)) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_DOES_NOT_EXIST,
                    "there is no execution " + executionArn + " in " + folder);
        }
        return place;
    }

    /** Every execution by the ARNs of machines and executions; empty without the folder. */
    public List<String> executions() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> places = Files.walk(folder, 2)) {
            List<String> arns = new ArrayList<>();
            for (Path place : places.filter(JournalFolder::isThere).sorted().toList()) {
                arns.add(StartedExecutionFile.read(place).identity().id());
            }
            return arns;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * Whether a live process, this one or another, runs the execution: cheaper than to describe it.
     *
     * @throws RefusedException ExecutionDoesNotExist
     */
    public boolean isRunning(String executionArn) {
        Path place = existing(executionArn);
        try {
            return ExecutionLock.isHeld(place.resolve(FolderJournal.LOCK));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask whether " + executionArn + " runs", e);
        }
    }

    /**
     * Tells everything that is written of an execution so far, in order, its own before its
     * children's, and keeps none of it.
     *
     * @throws RefusedException ExecutionDoesNotExist
     */
    public void read(String executionArn, Consumer<JournalRecord> reader) {
        Path place = existing(executionArn);
        try {
            read(place.resolve(FolderJournal.HISTORY), reader);
            read(place.resolve(FolderJournal.CHILDREN), reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }

    /**
     * Describes an execution as it is now, also one that runs.
     *
     * @param now which decides whether it can still be redriven
     * @throws RefusedException ExecutionDoesNotExist
     */
    public ExecutionDescription describe(String executionArn, Instant now) {
        Path place = existing(executionArn);
        try {
            // Asked first: who lets go meanwhile has written all of it.
            boolean held = ExecutionLock.isHeld(place.resolve(FolderJournal.LOCK));
            StartedExecution start = StartedExecutionFile.read(place);
            List<JournalRecord> records = new ArrayList<>();
            read(place.resolve(FolderJournal.HISTORY), records::add);
            return ExecutionDescription.of(start, records, held, now);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }

    /**
     * The events of an execution so far, oldest first, as GetExecutionHistory gives them.
     *
     * @throws RefusedException ExecutionDoesNotExist
     */
    public List<HistoryEvent> history(String executionArn) {
        return events(existing(executionArn).resolve(FolderJournal.HISTORY), _ -> true);
    }

    /**
     * The events of a distributed Map's child so far.
     *
     * @param executionArn the execution that was started
     * @param childName the last part of the child's ARN
     * @throws RefusedException ExecutionDoesNotExist when there is no such execution or child
     */
    public List<HistoryEvent> history(String executionArn, String childName) {
        Path file = existing(executionArn).resolve(FolderJournal.CHILDREN);
        List<HistoryEvent> events = events(file, record -> childName.equals(record.child()));
        if (events.isEmpty()) {
            throw new RefusedException(
                    RefusedException.Reason.EXECUTION_DOES_NOT_EXIST,
                    executionArn + " has no child " + childName);
        }
        return events;
    }

    private static List<HistoryEvent> events(Path file, Predicate<JournalRecord> wanted) {
        List<HistoryEvent> events = new ArrayList<>();
        try {
            read(
                    file,
                    record -> {
                        if (record instanceof JournalRecord.Happened happened
                                && wanted.test(record)) {
                            events.add(happened.event());
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return events;
    }

    /**
     * The Map Runs of an execution as they are now, with how many of their children are where.
     *
     * @throws RefusedException ExecutionDoesNotExist
     */
    public List<MapRunDescription> mapRuns(String executionArn) {
        return family(executionArn).mapRuns();
    }

    /**
     * The children of all Map Runs of an execution, by Map Run and index.
     *
     * @throws RefusedException ExecutionDoesNotExist
     */
    public List<ChildDescription> children(String executionArn) {
        return family(executionArn).children();
    }

    private ExecutionFamily family(String executionArn) {
        Path place = existing(executionArn);
        try {
            StartedExecution start = StartedExecutionFile.read(place);
            ExecutionFamily family = new ExecutionFamily(start);
            read(executionArn, family);
            return family;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }

    private static void read(Path file, Consumer<JournalRecord> reader) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long _ = JournalLines.read(in, file.toString(), reader);
        } catch (NoSuchFileException _) {
            // Nothing was written there yet.
        }
    }
}
