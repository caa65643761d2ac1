package dev.nightjar.run.report;

import dev.nightjar.core.night.Outcome;
import dev.nightjar.core.night.RunId;

import org.jspecify.annotations.Nullable;

/** What {@code report.json} holds. */
public sealed interface Report permits TrainingReport, ScoringReport {
    /** Whose report it is. */
    RunId run();

    /** How the run ended, or null when it did not end. */
    @Nullable Outcome outcome();
}
