package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.journal.CorruptJournalException;
import dev.nightjar.core.error.ErrorTable;
import dev.nightjar.core.error.NightjarError;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.FailureAnswer;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.Problem;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import java.io.UncheckedIOException;
import java.util.List;

/** A command failed outside of a run; the boundary at which everything else is caught. */
final class CommandProblems implements IExecutionExceptionHandler {
    private final CommandContext context;

    CommandProblems(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public int handleExecutionException(
            Exception problem, CommandLine command, ParseResult parsed) {
        Terminal terminal = context.terminal(parsed.originalArgs().contains("--json"));
        return switch (problem) {
            case CommandFailure failure -> told(failure, terminal);
            case DefinitionRefused refused -> told(refused, terminal);
            case NightjarError error -> told(error, terminal, doctor(parsed));
            case UncheckedIOException broken -> broken("Storage", broken, terminal, doctor(parsed));
            case CorruptJournalException broken -> broken("Journal", broken, terminal, List.of());
            default -> unexpected(problem, terminal);
        };
    }

    private static int told(CommandFailure failure, Terminal terminal) {
        String message = String.valueOf(failure.getMessage());
        boolean usage = failure.exitCode() == Exits.USAGE;
        terminal.document(
                FailureDocument.of(
                        usage ? "DATA" : "SYSTEM", usage ? "Usage" : "Refused", message));
        show(terminal, message, failure.next());
        return failure.exitCode();
    }

    private static int told(DefinitionRefused refused, Terminal terminal) {
        List<Problem> problems = refused.problems();
        String first = problems.isEmpty() ? "no problem is known" : problems.getFirst().text();
        terminal.document(FailureDocument.of("DATA", "DefinitionInvalid", first));
        String validate = "./nightjar validate " + refused.file();
        show(terminal, String.valueOf(refused.getMessage()), List.of(validate));
        return Exits.USAGE;
    }

    private static int told(NightjarError error, Terminal terminal, List<String> next) {
        FailureAnswer answer = FailureAnswer.of(error);
        terminal.document(new FailureDocument(answer));
        terminal.note(terminal.red("FAILED") + "   " + answer.error());
        terminal.note("cause    " + answer.cause());
        next.forEach(command -> terminal.note("next     " + command));
        return ErrorTable.of(error.getClass().getName()).exitCode();
    }

    private static int broken(
            String what, RuntimeException problem, Terminal terminal, List<String> next) {
        String message = String.valueOf(problem.getMessage());
        terminal.document(FailureDocument.of("SYSTEM", what, message));
        show(terminal, message, next);
        return Exits.SYSTEM;
    }

    /** What finds the cause when a deployment cannot be reached. */
    private List<String> doctor(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        String store = last.matchedOptionValue("--store", null);
        return context.address(store) instanceof StoreAddress.Bucket
                ? List.of(new Hint("", store, null).about("doctor", ""))
                : List.of();
    }

    /** A fault of this program: whoever mends it needs the trace. */
    private int unexpected(Exception problem, Terminal terminal) {
        if (problem instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        terminal.document(FailureDocument.of("SYSTEM", "Unexpected", problem.toString()));
        show(terminal, "unexpected: " + problem, List.of());
        problem.printStackTrace(context.world().err());
        return Exits.SYSTEM;
    }

    private static void show(Terminal terminal, String message, List<String> next) {
        terminal.note(terminal.red("error") + "    " + message);
        next.forEach(command -> terminal.note("next     " + command));
    }
}
