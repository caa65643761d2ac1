package dev.nightjar.local.command;

import dev.nightjar.core.night.Claim;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.night.Exits;
import dev.nightjar.local.night.Runs;
import dev.nightjar.local.platform.Platform;

/** Finds the run that was typed. */
final class RunName {
    private RunName() {}

    /** Whether the text reads like a run. */
    static boolean isRun(String typed) {
        try {
            return RunId.parse(typed).attempt() > 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /**
     * The claim of the run.
     *
     * @throws CommandFailure when the text is no run, or the store has none of that name
     */
    static Claim claim(String typed, Platform platform, CommonOptions common) {
        String runs = new Hint("", common.store(), null).run("runs");
        try {
            RunId run = RunId.parse(typed);
            return new Runs(platform)
                    .claim(run)
                    .orElseThrow(
                            () ->
                                    new CommandFailure(
                                            Exits.USAGE, "the store has no run " + typed, runs));
        } catch (IllegalArgumentException unreadable) {
            throw new CommandFailure(Exits.USAGE, String.valueOf(unreadable.getMessage()), runs);
        }
    }
}
