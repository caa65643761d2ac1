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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/** How the pipelines stand. */
@Command(
        name = "status",
        description = {
            "What serves, last and next slot, what needs a person.",
            "A run that failed needs one until it is redriven, run again or dismissed."
        })
final class StatusCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            paramLabel = "PIPELINE",
            arity = "0..1",
            description = "A pipeline's name or file; default all of the store.")
    private @Nullable String pipeline;

    @Option(
            names = "--dismiss",
            paramLabel = "RUN",
            description = {
                "Say that a run needs nobody any more; it is kept who said so, when and why.",
                "Where an execution claimed no slot, its name."
            })
    private @Nullable String dismissed;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, with --dismiss.")
    private @Nullable String why;

    @Mixin private CommonOptions common = new CommonOptions();

    StatusCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        Terminal terminal = context.terminal(common.json());
        if (dismissed == null && why != null) {
            throw new CommandFailure(Exits.USAGE, "--why belongs to --dismiss RUN");
        }
        try (Platform platform = context.open(common.store(), terminal)) {
            if (dismissed != null) {
                return new DismissedRun(terminal, platform, common).dismiss(dismissed, why);
            }
            StatusAnswers answers = answers(platform, common);
            StatusAnswer answer =
                    pipeline == null
                            ? answers.all()
                            : answers.of(
                                    List.of(
                                            new Pipelines(context)
                                                    .name(pipeline, platform, terminal)));
            terminal.document(answer);
            if (!terminal.answersPrograms()) {
                show(terminal, answer);
            }
            return Exits.OK;
        }
    }

    /** Answers whose commands name the store as it was typed. */
    static StatusAnswers answers(Platform platform, CommonOptions common) {
        String store = common.store();
        return new StatusAnswers(platform, store == null ? null : Hint.quoted(store));
    }

    private void show(Terminal terminal, StatusAnswer answer) {
        if (answer.pipelines().isEmpty()) {
            terminal.line("no pipeline has run in this store yet");
            terminal.line(
                    "next     "
                            + switch (context.address(common.store())) {
                                case StoreAddress.Folder _ -> "./nightjar demo";
                                case StoreAddress.Bucket _ ->
                                        new Hint("PIPELINE", common.store(), null).run("train")
                                                + "      (says how to start a slot there)";
                            });
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
            String name = need.run() == null ? need.execution() : need.run();
            terminal.line(
                    "  "
                            + terminal.yellow("attention")
                            + "  "
                            + (name == null ? "" : name + " ")
                            + matters(need)
                            + need.what());
            terminal.line("             " + need.next());
        }
        terminal.line("");
    }

    private static String matters(StatusAnswer.Attention need) {
        return need.level() == null ? "" : "(%s, level %s) ".formatted(need.phase(), need.level());
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
