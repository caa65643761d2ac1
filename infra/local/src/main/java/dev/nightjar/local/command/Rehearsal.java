package dev.nightjar.local.command;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.fault.Fault;
import dev.nightjar.asl.fault.FaultFile;
import dev.nightjar.asl.fault.FaultyTasks;
import dev.nightjar.core.night.Machine;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.platform.LocalPlatform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.json.Json;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The faults that {@code --inject FILE} asks for; without it none. */
final class Rehearsal {
    private final @Nullable String file;
    private final List<Fault> faults;
    private final FaultyTasks tasks;

    private Rehearsal(@Nullable String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
        this.tasks = new FaultyTasks(faults);
    }

    /**
     * Reads the file, in YAML, or in JSON when its name says so.
     *
     * @param typed what {@code --inject} says, or null
     * @throws CommandFailure when it cannot be read or has problems, which are shown
     */
    static Rehearsal of(@Nullable String typed, CommandContext context, Terminal terminal) {
        if (typed == null) {
            return new Rehearsal(null, List.of());
        }
        FaultFile.Result result = read(typed, text(typed, context.resolve(typed)));
        refuse(typed, result.problems(), terminal);
        return new Rehearsal(typed, result.faults());
    }

    private static String text(String typed, Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new CommandFailure(Exits.USAGE, "--inject: there is no file " + typed);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + typed, broken);
        }
    }

    private static FaultFile.Result read(String typed, String text) {
        if (typed.endsWith(".json")) {
            return FaultFile.read(text);
        }
        try {
            Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
            return FaultFile.of(Json.tree(root == null ? Map.of() : root));
        } catch (YamlEngineException broken) {
            throw new CommandFailure(
                    Exits.USAGE, "--inject: " + typed + " is no YAML: " + broken.getMessage());
        }
    }

    private static void refuse(String typed, List<Problem> problems, Terminal terminal) {
        if (!problems.isEmpty()) {
            problems.forEach(problem -> terminal.note(typed + " " + problem));
            throw new CommandFailure(
                    Exits.USAGE, "--inject: " + typed + " cannot be played as it is");
        }
    }

    /** The platform whose tasks have the faults. */
    LocalPlatform.Builder on(LocalPlatform.Builder platform) {
        return platform.around(tasks);
    }

    /**
     * Announces the faults before the run.
     *
     * @throws CommandFailure when one names no task of the machine
     */
    void begin(Machine machine, LocalPlatform platform, Terminal terminal) {
        if (file != null) {
            List<Problem> problems = FaultFile.check(faults, platform.stateMachine(machine));
            refuse(file, problems, terminal);
            String count = Figures.count(faults.size(), "fault");
            terminal.note("rehearsal  " + count + " injected from " + file);
        }
    }

    /** What the run's record keeps beside the overrides. */
    Map<String, String> noted(Map<String, String> overrides) {
        Map<String, String> noted = new TreeMap<>(overrides);
        if (file != null) {
            noted.put("--inject", file);
        }
        return noted;
    }

    /** Says which faults happened. */
    void end(Terminal terminal) {
        tasks.fired()
                .forEach(
                        (fault, times) ->
                                terminal.note("rehearsal  " + fault + "   " + happened(times)));
    }

    private static String happened(long times) {
        return times == 0 ? "never happened: nobody made that call" : "happened " + times + "x";
    }
}
