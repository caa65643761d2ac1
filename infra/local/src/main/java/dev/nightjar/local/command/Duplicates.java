package dev.nightjar.local.command;

import dev.nightjar.core.night.OutcomeRecord;
import dev.nightjar.core.night.RunId;
import dev.nightjar.local.platform.Platform;

import java.util.Optional;

/** Says why a slot was not worked on again. */
final class Duplicates {
    private Duplicates() {}

    /** Whether the run that stands in the way has no outcome yet. */
    static boolean isAtWork(Platform platform, RunId run) {
        return platform.records().outcome(run).isEmpty();
    }

    /** {@code already RELEASED as loans-...-t01; again: --rerun}. */
    static String line(Platform platform, RunId run) {
        Optional<OutcomeRecord> outcome = platform.records().outcome(run);
        return outcome.map(done -> "already " + done.outcome() + " as " + run + "; again: --rerun")
                .orElse(run + " is at work on this slot");
    }
}
