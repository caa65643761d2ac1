package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.scheduler.MachineSchedule;
import dev.nightjar.local.scheduler.ScheduleSource;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The schedules of pipeline files, as the files stand now. A file that becomes invalid keeps the
 * definition that it had. Not safe for use by multiple threads.
 */
final class PipelineFiles implements ScheduleSource {
    /** Hears what becomes of files that change. */
    interface Listener {
        /** Problems and warnings of a file that was read, a line each. */
        void noted(List<String> problems);

        /** The file is read anew. */
        void reloaded(String file, Definition definition);

        /** The file cannot be used as it is; what it said before goes on. */
        void refused(String file, List<String> problems);

        /** The file is no longer there, and its schedules neither. */
        void removed(String file, Definition definition);
    }

    private record Stamp(long size, FileTime modified) {}

    /** What was read of a file; without a definition when it never was valid. */
    private record Read(Optional<Stamp> stamp, @Nullable Definition definition) {}

    private final Pipelines pipelines;
    private final Supplier<List<Path>> files;
    private final List<String> sets;
    private final @Nullable String data;
    private final Listener listener;
    private final Map<Path, Read> read = new LinkedHashMap<>();
    private final Map<Path, Optional<Stamp>> settling = new HashMap<>();
    private List<MachineSchedule> schedules = List.of();

    private PipelineFiles(
            Pipelines pipelines,
            Supplier<List<Path>> files,
            List<String> sets,
            @Nullable String data,
            Listener listener) {
        this.pipelines = requireNonNull(pipelines, "pipelines is null");
        this.files = requireNonNull(files, "files is null");
        this.sets = List.copyOf(sets);
        this.data = data;
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * Reads the files.
     *
     * @param files asked again and again, so that files may come and go
     * @throws DefinitionRefused when one of them has problems
     * @throws CommandFailure when two of them name the same pipeline
     */
    static PipelineFiles read(
            Pipelines pipelines,
            Supplier<List<Path>> files,
            List<String> sets,
            @Nullable String data,
            Listener listener) {
        PipelineFiles opened = new PipelineFiles(pipelines, files, sets, data, listener);
        for (Path file : files.get()) {
            Optional<Stamp> stamp = stamp(file);
            opened.read.put(file, new Read(stamp, opened.definition(file)));
        }
        opened.schedules = opened.collected();
        return opened;
    }

    @Override
    public List<MachineSchedule> schedules() {
        List<Path> there = files.get();
        boolean changed = false;
        for (Path file : there) {
            changed |= look(file);
        }
        for (Path file : List.copyOf(read.keySet())) {
            changed |= !there.contains(file) && remove(file);
        }
        if (changed) {
            schedules = collected();
        }
        return schedules;
    }

    private List<MachineSchedule> collected() {
        List<MachineSchedule> all = new ArrayList<>();
        read.forEach(
                (file, known) -> {
                    if (known.definition() != null) {
                        all.addAll(MachineSchedule.of(pipelines.shown(file), known.definition()));
                    }
                });
        return List.copyOf(all);
    }

    private boolean look(Path file) {
        Read before = read.getOrDefault(file, new Read(Optional.empty(), null));
        Optional<Stamp> stamp = stamp(file);
        if (stamp.equals(before.stamp())) {
            settling.remove(file);
            return false;
        }
        if (!stamp.equals(settling.put(file, stamp))) {
            // It may be being written: it is read once it stays as it is.
            return false;
        }
        settling.remove(file);
        Definition definition = again(file, before.definition());
        read.put(file, new Read(stamp, definition));
        return definition != null && !definition.equals(before.definition());
    }

    private boolean remove(Path file) {
        Read gone = requireNonNull(read.remove(file), "the file was read");
        if (gone.definition() != null) {
            listener.removed(pipelines.shown(file), gone.definition());
        }
        return gone.definition() != null;
    }

    private @Nullable Definition again(Path file, @Nullable Definition before) {
        String shown = pipelines.shown(file);
        try {
            Definition definition = definition(file);
            if (!definition.equals(before)) {
                listener.reloaded(shown, definition);
            }
            return definition;
        } catch (DefinitionRefused refused) {
            listener.refused(shown, Problem.lines(refused.problems()));
        } catch (CommandFailure | UncheckedIOException problem) {
            List<String> problems = List.of(String.valueOf(problem.getMessage()));
            listener.noted(problems);
            listener.refused(shown, problems);
        }
        return before;
    }

    private Definition definition(Path file) {
        String shown = pipelines.shown(file);
        return switch (Pipelines.check(shown, file, sets)) {
            case PipelineFile.Result.Refused refused -> {
                listener.noted(Problem.lines(refused.problems()));
                throw new DefinitionRefused(shown, refused.problems());
            }
            case PipelineFile.Result.Checked checked -> {
                listener.noted(Problem.lines(checked.warnings()));
                refuseTwice(file, checked.definition().pipeline());
                yield Definitions.withData(
                        checked.definition(), pipelines.dataRoot(checked.definition(), file, data));
            }
        };
    }

    private void refuseTwice(Path file, String pipeline) {
        read.forEach(
                (other, known) -> {
                    if (!other.equals(file) && names(known, pipeline)) {
                        throw new CommandFailure(
                                Exits.USAGE,
                                "%s and %s are both the pipeline '%s': give one another name"
                                        .formatted(
                                                pipelines.shown(other),
                                                pipelines.shown(file),
                                                pipeline));
                    }
                });
    }

    private static boolean names(Read read, String pipeline) {
        return read.definition() != null && read.definition().pipeline().equals(pipeline);
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(found.size(), found.lastModifiedTime()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot look at " + file, problem);
        }
    }
}
