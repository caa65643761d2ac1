package dev.nightjar.cdk.machine;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.Problem;
import dev.nightjar.asl.check.Checker;
import dev.nightjar.asl.parse.State;
import dev.nightjar.asl.parse.StateMachine;
import dev.nightjar.asl.parse.StateMachineParser;
import dev.nightjar.asl.parse.TaskState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A state machine's file, the very bytes that the engine runs too. Immutable.
 *
 * @param file its name, for problems
 * @param text with {@code ${XFunction}} where the ARN of a function's version comes
 */
public record MachineDocument(String file, String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

    public MachineDocument {
        requireNonNull(file, "file is null");
        requireNonNull(text, "text is null");
    }

    /** Reads the file. */
    public static MachineDocument read(Path file) {
        try {
            return new MachineDocument(
                    requireNonNull(file.getFileName()).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The names that are left open. */
    public SortedSet<String> placeholders() {
        SortedSet<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return Collections.unmodifiableSortedSet(names);
    }

    /**
     * Everything that would go wrong on AWS: what the engine's check refuses, a placeholder without
     * a function, a missing time-out, a right that cannot be derived.
     *
     * @param functions the placeholders that can be filled
     */
    public List<String> problems(Set<String> functions) {
        List<String> problems = new ArrayList<>();
        Checker.check(text).stream()
                .filter(Problem::isError)
                .forEach(problem -> problems.add(file + " " + problem));
        for (String placeholder : placeholders()) {
            if (!functions.contains(placeholder)) {
                problems.add(
                        file
                                + ": nothing fills ${"
                                + placeholder
                                + "}; there are "
                                + new TreeSet<>(functions));
            }
        }
        machine().ifPresent(machine -> addOwn(machine, problems));
        return List.copyOf(problems);
    }

    /**
     * What the machine's role must be allowed to do.
     *
     * @throws IllegalStateException when the document has {@link #problems}
     */
    public SortedSet<Right> rights() {
        StateMachine machine =
                machine().orElseThrow(() -> new IllegalStateException(file + " is no machine"));
        StateRights rights = StateRights.of(machine);
        if (!rights.problems().isEmpty()) {
            throw new IllegalStateException(file + " " + rights.problems());
        }
        return rights.rights();
    }

    private void addOwn(StateMachine machine, List<String> problems) {
        if (machine.timeoutSeconds() == null) {
            problems.add(file + " /: the machine has no TimeoutSeconds: it could run for a year");
        }
        machine.allStates()
                .filter(MachineDocument::lacksTimeout)
                .forEach(state -> problems.add(place(state) + "the Task has no TimeoutSeconds"));
        StateRights.of(machine).problems().forEach(problem -> problems.add(file + " " + problem));
    }

    private static boolean lacksTimeout(State state) {
        return state instanceof TaskState task && task.timeoutSeconds() == null;
    }

    private String place(State state) {
        return file + " " + state.pointer() + ": ";
    }

    private Optional<StateMachine> machine() {
        return Optional.ofNullable(StateMachineParser.parse(text).machine());
    }
}
