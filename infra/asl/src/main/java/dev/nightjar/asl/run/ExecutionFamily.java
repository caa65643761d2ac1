package dev.nightjar.asl.run;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * An execution with all the children that descend from it, folded from the records of its journal:
 * its own before theirs. Read by one thread.
 */
public final class ExecutionFamily implements Consumer<JournalRecord> {
    private final ExecutionImage execution;
    private final Map<String, ExecutionImage> children = new LinkedHashMap<>();
    private final Map<String, NavigableMap<Integer, ExecutionImage>> byMapRun =
            new LinkedHashMap<>();
    private boolean counted;

    /** Before the first record. */
    public ExecutionFamily(StartedExecution start) {
        this.execution = new ExecutionImage(start.identity().id(), true);
    }

    static ExecutionFamily of(ExecutionJournal journal) {
        ExecutionFamily family = new ExecutionFamily(journal.start());
        journal.read(family);
        family.count();
        return family;
    }

    @Override
    public void accept(JournalRecord record) {
        String name = record.child();
        if (name == null) {
            execution.accept(record);
        } else if (record instanceof JournalRecord.ChildStarted started) {
            childStarted(name, started);
        } else {
            ExecutionImage child = children.get(name);
            if (child != null) {
                child.accept(record);
            }
        }
    }

    private void childStarted(String name, JournalRecord.ChildStarted started) {
        String arn = MapRunNames.childArn(started.mapRunArn(), name);
        ExecutionImage child = children.computeIfAbsent(name, _ -> new ExecutionImage(arn, false));
        child.accept(started);
        byMapRun.computeIfAbsent(started.mapRunArn(), _ -> new TreeMap<>())
                .put(started.index(), child);
    }

    ExecutionImage execution() {
        return execution;
    }

    /** All children by their names. */
    Map<String, ExecutionImage> byName() {
        return children;
    }

    /** The children of a Map Run by their index, which are forgotten here. */
    synchronized Map<Integer, ExecutionImage> take(String mapRunArn) {
        Map<Integer, ExecutionImage> taken = byMapRun.remove(mapRunArn);
        if (taken == null) {
            return Map.of();
        }
        taken.values().stream()
                .map(ExecutionImage::child)
                .filter(Objects::nonNull)
                .forEach(started -> children.remove(started.child()));
        return taken;
    }

    /** The execution's Map Runs, in the order of their start. */
    public List<MapRunDescription> mapRuns() {
        count();
        return execution.mapRuns().stream().map(MapRun::describe).toList();
    }

    /** The children by Map Run and index. */
    public List<ChildDescription> children() {
        List<ChildDescription> all = new ArrayList<>();
        byMapRun.values().forEach(run -> run.values().forEach(child -> all.add(describe(child))));
        return all;
    }

    private static ChildDescription describe(ExecutionImage child) {
        JournalRecord.ChildStarted started = requireNonNull(child.child(), "not a child");
        @Nullable ExecutionResult end = child.end();
        return new ChildDescription(
                MapRunNames.childArn(started.mapRunArn(), started.child()),
                started.child(),
                started.mapRunArn(),
                started.index(),
                end == null ? ExecutionStatus.RUNNING : end.status(),
                child.startedAt(),
                end == null ? null : end.stoppedAt(),
                child.redriveCount());
    }

    /** Counts the children of each Map Run, once all of the journal is read. */
    private void count() {
        if (!counted) {
            counted = true;
            execution.mapRuns().forEach(this::count);
            children.values().forEach(child -> child.mapRuns().forEach(this::count));
        }
    }

    private void count(MapRun run) {
        run.count(byMapRun.getOrDefault(run.arn(), new TreeMap<>()).values());
    }
}
