package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.ModelsAnswer;
import dev.nightjar.local.night.ModelsAnswers;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Table;
import dev.nightjar.local.screen.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The registry of a pipeline. */
@Command(
        name = "models",
        description = "The registry: version, state, metrics, who moved the pointer when.")
final class ModelsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PIPELINE", description = "A pipeline's name or file.")
    private String pipeline = "";

    @Mixin private CommonOptions common = new CommonOptions();

    ModelsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            String name = new Pipelines(context).name(pipeline, platform, terminal);
            ModelsAnswer answer = new ModelsAnswers(platform).of(name);
            terminal.document(answer);
            if (!terminal.answersPrograms()) {
                show(terminal, answer);
            }
            return Exits.OK;
        }
    }

    private void show(Terminal terminal, ModelsAnswer answer) {
        Hint hint = new Hint(pipeline, common.store(), null);
        if (answer.models().isEmpty()) {
            terminal.line("no model was trained for " + answer.pipeline() + " yet");
            terminal.line("next     " + hint.run("train"));
            return;
        }
        Table models = new Table();
        for (ModelsAnswer.Model model : answer.models()) {
            models.add(model.version(), model.state(), model.run(), metrics(model));
        }
        models.lines().forEach(terminal::line);
        if (!answer.journal().isEmpty()) {
            terminal.line("");
            journal(answer).lines().forEach(terminal::line);
        }
        Optional<ModelsAnswer.Model> older =
                answer.models().stream().filter(one -> one.state().equals("served")).findFirst();
        terminal.line("");
        terminal.line(
                "next     "
                        + older.map(one -> hint.about("rollback", pipeline, one.shown()))
                                .orElse(hint.run("score")));
    }

    private static Table journal(ModelsAnswer answer) {
        Table table = new Table();
        for (ModelsAnswer.Moved move : answer.journal()) {
            String previous = move.previous();
            table.add(
                    "move " + move.n(),
                    (previous == null ? "nothing" : ModelVersion.shown(previous))
                            + " → "
                            + ModelVersion.shown(move.model()),
                    "by " + move.by(),
                    Figures.time(move.at()),
                    move.run() == null ? move.why() : move.run());
        }
        return table;
    }

    private static String metrics(ModelsAnswer.Model model) {
        return model.metrics().entrySet().stream()
                .map(metric -> Figures.metric(metric.getKey(), metric.getValue()))
                .collect(Collectors.joining("  "));
    }
}
