package dev.nightjar.local.init;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.error.DataUnfit;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.NightjarError;
import dev.nightjar.local.command.CommandContext;
import dev.nightjar.local.command.CommandFailure;
import dev.nightjar.local.command.CommonOptions;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.tables.inference.InferredTable;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code init}: a pipeline file for a table, as a start. */
@Command(
        name = "init",
        description =
                "Writes a pipeline file for a table, with inferred types, ranges as comments.")
public final class InitCommand implements Callable<Integer> {
    private static final int USAGE = 2;
    private static final int UNFIT = 3;
    private static final int LONGEST_NAME = 40;

    private final CommandContext context;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE.csv", description = "The table.")
    private String file = "";

    @Option(
            names = "--label",
            required = true,
            paramLabel = "COLUMN",
            description =
                    "The column to predict: its name, or its number where no line names them.")
    private String label = "";

    @Option(
            names = "--header",
            split = ",",
            paramLabel = "NAMES",
            description = "Names of the columns, for a table without a line that names them.")
    private List<String> header = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: named after the table, in this folder).")
    private @Nullable String out;

    /** A command in the given world. */
    public InitCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** The answer under {@code --json}. */
    record Answer(
            String file,
            String pipeline,
            @Nullable String task,
            long rows,
            int columns,
            List<String> notes) {}

    @Override
    public Integer call() throws IOException {
        Path table = context.resolve(file);
        if (!Files.isRegularFile(table)) {
            throw new CommandFailure(USAGE, "there is no file " + file);
        }
        String name = pipelineName(table);
        Path target = context.resolve(out == null ? name + ".yaml" : out);
        if (Files.exists(target)) {
            throw new CommandFailure(
                    USAGE,
                    context.terminal(common.json()).place(target.toString())
                            + " is there already; name another with --out");
        }
        InferredTable seen = look(table);
        String text = draft(name, table, target, seen).text();
        Files.writeString(target, text, StandardOpenOption.CREATE_NEW);
        answer(target, name, seen);
        return 0;
    }

    private InferredTable look(Path table) throws IOException {
        try {
            return new TableDraft(table, label, header).infer();
        } catch (DefinitionInvalid e) {
            throw new CommandFailure(USAGE, message(e));
        } catch (DataUnfit e) {
            throw new CommandFailure(UNFIT, message(e));
        }
    }

    private static String message(NightjarError error) {
        return requireNonNull(error.getMessage(), "an error of ours has a message");
    }

    private static PipelineDraft draft(String name, Path table, Path target, InferredTable seen) {
        Path from = folder(target);
        Path to = folder(table);
        String fileName = table.getFileName().toString();
        String data = from.equals(to) ? null : from.relativize(to).toString().replace('\\', '/');
        return new PipelineDraft(name, fileName, data, seen);
    }

    private static Path folder(Path path) {
        return requireNonNull(path.toAbsolutePath().normalize().getParent(), "a file has a folder");
    }

    /** What the table's name leaves when a pipeline must be called by it. */
    static String pipelineName(Path table) {
        String name = table.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.', 1);
        String plain = (dot < 0 ? name : name.substring(0, dot)).replaceAll("[^a-z0-9]+", "-");
        String trimmed = plain.replaceAll("^[^a-z]+|-+$", "");
        String start = trimmed.isEmpty() ? "table" : trimmed;
        return start.substring(0, Math.min(LONGEST_NAME, start.length()));
    }

    private void answer(Path target, String name, InferredTable seen) {
        Terminal terminal = context.terminal(common.json());
        if (common.json()) {
            String task = seen.task() == null ? null : seen.task().toString();
            terminal.document(
                    new Answer(
                            target.toString(),
                            name,
                            task,
                            seen.rows(),
                            seen.columns().size(),
                            seen.notes()));
            return;
        }
        String shown = terminal.place(target.toString());
        terminal.line(
                "wrote %s   %s, %s"
                        .formatted(
                                shown,
                                Figures.count(seen.rows(), "row"),
                                Figures.count(seen.columns().size(), "column")));
        seen.notes().forEach(note -> terminal.line("  " + note));
        terminal.line("Next:");
        terminal.line("  read it: what a guess cannot know is units, valid ranges, leaks and ids");
        terminal.line("  ./nightjar validate " + shown);
        terminal.line("  ./nightjar train " + shown);
    }
}
