package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.AtOnce;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.RunLine;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The runs of a store. */
@Command(name = "runs", description = "Runs, newest first.")
final class RunsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "PIPELINE",
            arity = "0..1",
            description = "A pipeline's name or file; default all of the store.")
    private @Nullable String pipeline;

    @Mixin private CommonOptions common = new CommonOptions();

    RunsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            List<RunLine> lines = new ArrayList<>();
            Runs runs = new Runs(platform);
            for (String name : names(platform, terminal)) {
                AtOnce.all(platform.records().runs(name), run -> line(runs, run)).stream()
                        .flatMap(Optional::stream)
                        .forEach(lines::add);
            }
            lines.sort(Comparator.comparing(RunLine::startedAt).reversed());
            if (terminal.answersPrograms()) {
                lines.forEach(terminal::document);
            } else {
                show(terminal, lines);
            }
            return Exits.OK;
        }
    }

    private static Optional<RunLine> line(Runs runs, RunId run) {
        return runs.claim(run).map(claim -> runs.line(run, claim));
    }

    private List<String> names(Platform platform, Terminal terminal) {
        return pipeline == null
                ? platform.records().pipelines()
                : List.of(new Pipelines(context).name(pipeline, platform, terminal));
    }

    private void show(Terminal terminal, List<RunLine> lines) {
        Hint hint = new Hint(pipeline == null ? "PIPELINE" : pipeline, common.store(), null);
        if (lines.isEmpty()) {
            terminal.line("no runs yet");
            terminal.line("next     " + hint.run("train"));
            return;
        }
        Table table = new Table();
        for (RunLine line : lines) {
            Double seconds = line.elapsedSeconds();
            table.add(
                    line.run(),
                    line.machine(),
                    line.outcome(),
                    Figures.time(line.startedAt()),
                    seconds == null ? "" : Figures.seconds(seconds));
        }
        List<String> texts = table.lines();
        for (int i = 0; i < texts.size(); i++) {
            String outcome = lines.get(i).outcome();
            terminal.line(texts.get(i).replace(outcome, terminal.outcome(outcome)));
        }
        terminal.line("");
        terminal.line("next     " + hint.about("run", lines.getFirst().run()));
    }
}
