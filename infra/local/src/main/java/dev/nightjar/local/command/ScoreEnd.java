package dev.nightjar.local.command;

import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.FailureAnswer;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.SlotText;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The last lines of a scoring: what came of it, where to look, what to type next. */
record ScoreEnd(Terminal terminal, Hint hint, Platform platform) {
    void show(NightRequest request, ScoreAnswer answer) {
        RunId run = answer.run() == null ? null : RunId.parse(answer.run());
        FailureAnswer failure = answer.failure();
        if (failure != null) {
            new FailureEnd(terminal, platform).show(failure, run, safe(request, answer));
            NextCommands next = NextCommands.of(hint, request, Machine.SCORING, platform, run);
            terminal.line("next     " + next.after(failure.meaning().continuation(), answer.run()));
            return;
        }
        if (run != null && answer.outcome().equals("DUPLICATE")) {
            terminal.line(Duplicates.line(platform, run));
            if (Duplicates.isAtWork(platform, run)) {
                terminal.line("next     " + hint.about("run", run.toString()));
                return;
            }
        } else {
            terminal.line("");
            terminal.line("took     " + Figures.seconds(answer.elapsedSeconds()));
        }
        terminal.line("report   " + report(answer.report(), answer.run()));
        String results =
                hint.about(
                        "results",
                        request.definition().pipeline(),
                        "--slot",
                        SlotText.iso(request.slot()));
        terminal.line("next     " + results + " | head");
    }

    private String safe(NightRequest request, ScoreAnswer answer) {
        Optional<RunId> committed =
                platform.records().committedRun(request.definition().pipeline(), request.slot());
        String published =
                committed
                        .map(run -> "what " + run + " published stays")
                        .orElse("nothing was published");
        ScoreAnswer.Shards shards = answer.shards();
        if (shards == null || shards.scored() + shards.reused() == 0) {
            return published;
        }
        return "%s; %d of %s are scored and will be kept"
                .formatted(
                        published,
                        shards.scored() + shards.reused(),
                        Figures.count(shards.planned(), "shard"));
    }

    private String report(@Nullable String path, @Nullable String run) {
        return path == null
                ? "none was written; " + hint.about("run", String.valueOf(run)) + "   says why"
                : terminal.place(path);
    }
}
