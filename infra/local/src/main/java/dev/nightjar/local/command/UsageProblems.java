package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed cannot be understood: says what was meant, and where to read on. */
final class UsageProblems implements IParameterExceptionHandler {
    private final CommandContext context;

    UsageProblems(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        boolean json = Arrays.asList(arguments).contains("--json");
        Terminal terminal = context.terminal(json);
        String message = message(problem, command);
        String name = command.getCommandSpec().qualifiedName();
        if (json) {
            terminal.document(FailureDocument.of("DATA", "Usage", message));
        }
        terminal.note(terminal.red("error") + "    " + message);
        if (problem instanceof MissingParameterException) {
            terminal.note("usage    ./" + synopsis(command));
        }
        terminal.note("next     ./" + name + " --help");
        return Exits.USAGE;
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0).strip();
    }

    private static String message(ParameterException problem, CommandLine command) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(problem.getMessage());
        }
        String word = unmatched.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            return unknown("option", word, options(command));
        }
        Collection<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "'" + word + "' is one argument too many"
                : unknown("command", word, shown(command));
    }

    private static List<String> shown(CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .sorted()
                .toList();
    }

    private static String unknown(String what, String word, Collection<String> known) {
        String plain = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Optional<String> meant = Nearest.to(plain, known);
        return "unknown %s '%s'. %s"
                .formatted(
                        what,
                        plain,
                        meant.map(name -> "Did you mean '" + name + "'?")
                                .orElse("There are: " + String.join(", ", known)));
    }
}
