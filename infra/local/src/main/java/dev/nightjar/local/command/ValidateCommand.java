package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.night.Exits;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;
import dev.nightjar.pipeline.file.PipelineFile;
import dev.nightjar.pipeline.file.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Checks pipeline files. */
@Command(
        name = "validate",
        description = "Every problem of pipeline files at once, each with its line and remedy.")
final class ValidateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "PIPELINE",
            arity = "1..*",
            description = "Pipeline files, or names under pipelines/.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY.PATH=VALUE",
            description = "Override a key of the files. Repeatable.")
    private List<String> sets = new ArrayList<>();

    @Mixin private CommonOptions common = new CommonOptions();

    ValidateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        List<Problem> problems = new ArrayList<>();
        for (String file : files) {
            List<Problem> found = problems(file);
            if (found.isEmpty() && !terminal.answersPrograms()) {
                terminal.line(file + "  " + terminal.green("ok"));
            }
            problems.addAll(found);
        }
        long errors =
                problems.stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .count();
        show(terminal, problems, errors);
        return errors == 0 ? Exits.OK : Exits.USAGE;
    }

    private List<Problem> problems(String typed) {
        Path file =
                new Pipelines(context)
                        .file(typed)
                        .orElseThrow(
                                () -> new CommandFailure(Exits.USAGE, "there is no file " + typed));
        return switch (Pipelines.check(typed, file, sets)) {
            case PipelineFile.Result.Checked checked -> checked.warnings();
            case PipelineFile.Result.Refused refused -> refused.problems();
        };
    }

    private void show(Terminal terminal, List<Problem> problems, long errors) {
        if (terminal.answersPrograms()) {
            problems.forEach(terminal::document);
            return;
        }
        Problem.lines(problems).forEach(terminal::line);
        if (errors > 0) {
            terminal.line(Figures.count(errors, "problem") + ". Reference: docs/pipeline-file.md");
        } else {
            terminal.line("next     ./nightjar train " + files.getFirst());
        }
    }
}
