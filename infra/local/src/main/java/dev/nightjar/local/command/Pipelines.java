package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.PipelineFolder;
import dev.nightjar.pipeline.file.Problem;
import dev.nightjar.run.Records;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what PIPELINE on the command line means: a file, or the name of a pipeline in the store or
 * under {@code pipelines/}.
 */
public final class Pipelines {
    private final CommandContext context;

    /** Pipelines as seen from the context. */
    public Pipelines(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /**
     * The definition with its data root in full.
     *
     * @param data what {@code --data} says, or null
     * @throws CommandFailure when there is none, or when its file is refused; its problems are
     *     shown
     */
    public Definition definition(
            String typed,
            List<String> sets,
            @Nullable String data,
            Platform platform,
            Terminal terminal) {
        Optional<Path> file = file(typed);
        if (file.isPresent() && (isPath(typed) || stored(typed, platform).isEmpty())) {
            return ofFile(typed, file.get(), sets, data, terminal);
        }
        Definition stored = stored(typed, platform).orElseThrow(() -> unknown(typed, platform));
        if (!sets.isEmpty()) {
            throw new CommandFailure(
                    Exits.USAGE, "--set needs the pipeline's file; '" + typed + "' names a run's");
        }
        return data == null ? stored : Definitions.withData(stored, folder(data));
    }

    /** The name of the pipeline that is meant. */
    public String name(String typed, Platform platform, Terminal terminal) {
        if (!isPath(typed) && isInStore(typed, platform)) {
            return typed;
        }
        return definition(typed, List.of(), null, platform, terminal).pipeline();
    }

    /** The file that is meant, if there is one. */
    public Optional<Path> file(String typed) {
        Path here = context.resolve(typed);
        if (Files.isRegularFile(here)) {
            return Optional.of(here);
        }
        if (isPath(typed)) {
            return Optional.empty();
        }
        return PipelineFolder.file(context.resolve("pipelines"), typed)
                .or(() -> PipelineFolder.file(context.world().home().get().pipelines(), typed));
    }

    /**
     * The file that is meant.
     *
     * @throws CommandFailure when there is none, with the name that was perhaps meant
     */
    Path requireFile(String typed) {
        return file(typed).orElseThrow(() -> unknownFile(typed));
    }

    private CommandFailure unknownFile(String typed) {
        String missing = "there is no pipeline file '" + typed + "'";
        TreeSet<String> names = new TreeSet<>();
        Path here = context.resolve("pipelines");
        for (Path folder : List.of(here, context.world().home().get().pipelines())) {
            names.addAll(namesIn(folder));
        }
        return isPath(typed)
                ? new CommandFailure(Exits.USAGE, missing)
                : new CommandFailure(
                        Exits.USAGE,
                        missing
                                + "; pipelines/ holds "
                                + String.join(", ", names)
                                + Nearest.to(typed, names)
                                        .map(name -> ". Did you mean '" + name + "'?")
                                        .orElse(""));
    }

    private static List<String> namesIn(Path folder) {
        return PipelineFolder.files(folder).stream()
                .map(file -> PipelineFolder.withoutEnding(file.toString()))
                .toList();
    }

    /** The file as seen from the current folder. */
    String shown(Path file) {
        return context.world().folder().relativize(file).toString();
    }

    /** Checks the file, as it was typed. */
    public static PipelineFile.Result check(String typed, Path file, List<String> sets) {
        try {
            return PipelineFile.read(typed, Files.readAllBytes(file), sets);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + typed + ": " + e.getMessage(), e);
        }
    }

    /** Checks the file as a deployment needs it. */
    static PipelineFile.Result checkForDeploy(String typed, Path file, List<String> sets) {
        try {
            return PipelineFile.readForDeploy(typed, Files.readAllBytes(file), sets);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + typed + ": " + e.getMessage(), e);
        }
    }

    private Definition ofFile(
            String typed, Path file, List<String> sets, @Nullable String data, Terminal terminal) {
        String shown = isPath(typed) ? typed : shown(file);
        return switch (check(shown, file, sets)) {
            case PipelineFile.Result.Refused refused -> {
                Problem.lines(refused.problems()).forEach(terminal::note);
                throw new DefinitionRefused(shown, refused.problems());
            }
            case PipelineFile.Result.Checked checked -> {
                Problem.lines(checked.warnings()).forEach(terminal::note);
                yield Definitions.withData(
                        checked.definition(), dataRoot(checked.definition(), file, data));
            }
        };
    }

    /** The data root of a file's definition, in full. */
    Path dataRoot(Definition definition, Path file, @Nullable String data) {
        if (data != null) {
            return folder(data);
        }
        String own = definition.data();
        Path beside = requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        if (own == null) {
            return beside;
        }
        refuseAddress(own);
        return beside.resolve(own);
    }

    private Path folder(String data) {
        refuseAddress(data);
        Path folder = context.resolve(data);
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(Exits.USAGE, "--data '" + data + "' is no folder");
        }
        return folder;
    }

    private static void refuseAddress(String data) {
        if (data.contains("://")) {
            throw new CommandFailure(
                    Exits.USAGE, "'" + data + "' cannot be a data root yet: name a folder");
        }
    }

    private static boolean isPath(String typed) {
        return typed.contains("/") || PipelineFolder.endsLikeOne(typed);
    }

    private static boolean isInStore(String name, Platform platform) {
        return platform.records().pipelines().contains(name);
    }

    /** The definition of the newest run in the store. */
    private static Optional<Definition> stored(String name, Platform platform) {
        if (!isInStore(name, platform)) {
            return Optional.empty();
        }
        Records records = platform.records();
        for (RunId run : records.runs(name)) {
            Optional<Definition> definition = records.run(run).map(record -> record.definition());
            if (definition.isPresent()) {
                return definition;
            }
        }
        return Optional.empty();
    }

    private CommandFailure unknown(String typed, Platform platform) {
        if (isPath(typed)) {
            return new CommandFailure(Exits.USAGE, "there is no file " + typed);
        }
        TreeSet<String> names = new TreeSet<>(platform.records().pipelines());
        String known = names.isEmpty() ? "the store holds none" : "the store holds " + names;
        String meant =
                Nearest.to(typed, names).map(name -> ". Did you mean '" + name + "'?").orElse("");
        return new CommandFailure(
                Exits.USAGE,
                "there is no file and no pipeline '" + typed + "'; " + known + meant,
                "./nightjar demo");
    }
}
