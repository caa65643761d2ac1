package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.asl.conformance.CaseRunner;
import dev.nightjar.asl.conformance.ConformanceCase;
import dev.nightjar.asl.conformance.MalformedCaseException;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs conformance cases. */
@Command(
        name = "run",
        description = {
            "Runs conformance cases on a virtual clock, with the fakes that each brings, and"
                    + " answers one line of JSON each, in order.",
            "What a case expects is never read; what the engine does not implement is answered as"
                    + " UNSUPPORTED."
        })
final class AslRunCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "CASE", arity = "1..*", description = "Case files in JSON.")
    private List<String> files = new ArrayList<>();

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(names = "--json", description = "Accepted; the answer always is JSON Lines.")
    private boolean json;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    AslRunCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(true);
        boolean wrong = false;
        for (String file : files) {
            try {
                String text = TextFile.read(context.resolve(file));
                ConformanceCase read = ConformanceCase.parse(text, name(context, file));
                terminal.document(answer(read));
            } catch (UnreadableFileException unreadable) {
                wrong = refuse(terminal, file, unreadable.text());
            } catch (MalformedCaseException malformed) {
                wrong = refuse(terminal, file, String.valueOf(malformed.getMessage()));
            }
        }
        return wrong ? Exits.USAGE : Exits.OK;
    }

    /** The boundary of cases: a fault of the engine in one leaves the others their answers. */
    private ObjectNode answer(ConformanceCase each) throws InterruptedException {
        try {
            return CaseRunner.answer(each);
        } catch (RuntimeException | StackOverflowError fault) {
            fault.printStackTrace(context.world().err());
            return CaseRunner.unsupported(each, "the engine broke down: " + fault);
        }
    }

    private static boolean refuse(Terminal terminal, String file, String why) {
        terminal.note(terminal.red("error") + "    " + file + ": " + why);
        return true;
    }

    private static String name(CommandContext context, String file) {
        String last = String.valueOf(context.resolve(file).getFileName());
        return last.endsWith(".json") ? last.substring(0, last.length() - 5) : last;
    }
}
