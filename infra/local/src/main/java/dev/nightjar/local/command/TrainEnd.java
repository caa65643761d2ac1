package dev.nightjar.local.command;

import dev.nightjar.core.definition.Scoring;
import dev.nightjar.core.night.Machine;
import dev.nightjar.core.night.ModelVersion;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.NightRequest;
import dev.nightjar.local.night.TrainAnswer;
import dev.nightjar.local.platform.Platform;
import dev.nightjar.local.screen.Figures;
import dev.nightjar.local.screen.Terminal;

import org.jspecify.annotations.Nullable;

/** The last lines of a training: what came of it, where to look, what to type next. */
record TrainEnd(Terminal terminal, Hint hint, Platform platform) {
    void show(NightRequest request, TrainAnswer answer) {
        RunId run = run(answer);
        if (answer.failure() != null) {
            new FailureEnd(terminal, platform).show(answer.failure(), run, safe(answer));
            terminal.line("next     " + next(request, answer));
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
        terminal.line("next     " + next(request, answer));
    }

    /** Null when no slot was claimed. */
    private static @Nullable RunId run(TrainAnswer answer) {
        return answer.run() == null ? null : RunId.parse(answer.run());
    }

    private static String safe(TrainAnswer answer) {
        return answer.serving() == null
                ? "nothing was released; nothing serves yet"
                : "nothing was released; serving stays " + ModelVersion.shown(answer.serving());
    }

    private String next(NightRequest request, TrainAnswer answer) {
        String pipeline = request.definition().pipeline();
        if (answer.failure() != null) {
            return NextCommands.of(hint, request, Machine.TRAINING, platform, run(answer))
                    .after(answer.failure().meaning().continuation(), answer.run());
        }
        Scoring scoring = request.definition().scoring();
        boolean canScore = answer.serving() != null && scoring != null;
        return canScore && !answer.outcome().equals("REJECTED")
                ? hint.run("score")
                : hint.about("models", pipeline);
    }

    private String report(@Nullable String path, @Nullable String run) {
        return path == null
                ? "none was written; " + hint.about("run", String.valueOf(run)) + "   says why"
                : terminal.place(path);
    }
}
