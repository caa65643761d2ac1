package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Checks files of state machines. */
@Command(
        name = "check",
        description = {
            "Every problem of state-machine files at once, as AWS reports them, each with its line"
                    + " and remedy.",
            "Placeholders like ${TrainModelFunction} may stay open."
        })
final class AslCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files in JSON.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--json", description = "Answer in JSON Lines on standard output.")
    private boolean json;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    AslCheckCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(json);
        List<DefinitionProblem> problems = new ArrayList<>();
        boolean unread = false;
        for (String file : files) {
            try {
                List<DefinitionProblem> found =
                        DefinitionProblem.of(file, TextFile.read(context.resolve(file)));
                show(terminal, file, found);
                problems.addAll(found);
            } catch (UnreadableFileException unreadable) {
                terminal.note(terminal.red("error") + "    " + file + ": " + unreadable.text());
                unread = true;
            }
        }
        long errors = problems.stream().filter(DefinitionProblem::isError).count();
        if (errors > 0 && !json) {
            terminal.line(Figures.count(errors, "problem"));
        }
        return errors == 0 && !unread ? Exits.OK : Exits.USAGE;
    }

    private static void show(Terminal terminal, String file, List<DefinitionProblem> found) {
        found.forEach(terminal::document);
        if (terminal.answersPrograms()) {
            return;
        }
        if (found.isEmpty()) {
            terminal.line(file + "  " + terminal.green("ok"));
        }
        found.stream()
                .sorted(
                        Comparator.comparingInt(DefinitionProblem::line)
                                .thenComparingInt(DefinitionProblem::column))
                .forEach(problem -> terminal.line(problem.text()));
    }
}
