package dev.nightjar.local.command;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.RunLine;
import dev.nightjar.local.night.StatusAnswer;
import dev.nightjar.local.night.StatusAnswers;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** How the pipelines stand. */
@Command(name = "status", description = "What serves, last and next slot, what needs a person.")
final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "PIPELINE",
            arity = "0..1",
            description = "A pipeline's name or file; default all of the store.")
    private @Nullable String pipeline;

    @Mixin private CommonOptions common = new CommonOptions();

    StatusCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        try (Platform platform = context.open(common.store(), terminal)) {
            List<String> names =
                    pipeline == null
                            ? platform.records().pipelines()
                            : List.of(new Pipelines(context).name(pipeline, platform, terminal));
            StatusAnswer answer = new StatusAnswers(platform, common.store()).of(names);
            terminal.document(answer);
            if (!terminal.answersPrograms()) {
                show(terminal, answer);
            }
            return Exits.OK;
        }
    }

    private void show(Terminal terminal, StatusAnswer answer) {
        if (answer.pipelines().isEmpty()) {
            terminal.line("no pipeline has run in this store yet");
            terminal.line("next     ./nightjar demo");
            return;
        }
        answer.pipelines().forEach(one -> show(terminal, one));
        String first = answer.pipelines().getFirst().pipeline();
        terminal.line("next     " + new Hint(first, common.store(), null).run("runs"));
    }

    private static void show(Terminal terminal, StatusAnswer.Pipeline pipeline) {
        String owner = pipeline.owner() == null ? "" : "   owner " + pipeline.owner();
        terminal.line(terminal.bold(pipeline.pipeline()) + owner);
        terminal.line(
                pipeline.serving() == null
                        ? "  serving    nothing"
                        : "  serving    "
                                + ModelVersion.shown(pipeline.serving())
                                + "   since "
                                + Figures.time(String.valueOf(pipeline.servingSince())));
        line(terminal, "training", pipeline.lastRuns().training(), pipeline.nextSlots().training());
        line(terminal, "scoring", pipeline.lastRuns().scoring(), pipeline.nextSlots().scoring());
        for (StatusAnswer.Attention need : pipeline.needsAttention()) {
            String run = need.run() == null ? "" : need.run() + " ";
            terminal.line("  " + terminal.yellow("attention") + "  " + run + need.what());
            terminal.line("             " + need.next());
        }
        terminal.line("");
    }

    private static void line(
            Terminal terminal, String machine, @Nullable RunLine last, @Nullable String next) {
        String past =
                last == null ? "never run" : last.run() + "  " + terminal.outcome(last.outcome());
        terminal.line(
                "  "
                        + machine
                        + " ".repeat(11 - machine.length())
                        + past
                        + (next == null ? "" : "   next slot " + next));
    }
}
