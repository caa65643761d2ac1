package dev.nightjar.local.demo;

import static java.util.Objects.requireNonNull;

import dev.nightjar.local.night.ScoreAnswer;
import dev.nightjar.local.night.TrainAnswer;

import java.util.ArrayList;
import java.util.List;

/** What came of a week, beside what was to come of it. */
record PlayedWeek(Week week, TrainAnswer training, ScoreAnswer scoring) {
    PlayedWeek {
        requireNonNull(week, "week is null");
        requireNonNull(training, "training is null");
        requireNonNull(scoring, "scoring is null");
    }

    /** What went another way, a line each; empty for a week as it should be. */
    List<String> differences() {
        List<String> lines = new ArrayList<>();
        compare("training", week.broken() ? "REJECTED" : "RELEASED", training.outcome(), lines);
        compare("scoring", "COMMITTED", scoring.outcome(), lines);
        return lines;
    }

    private void compare(String machine, String expected, String outcome, List<String> lines) {
        if (!expected.equals(outcome)) {
            lines.add(
                    "week %d %s ended %s; it should end %s"
                            .formatted(week.number(), machine, outcome, expected));
        }
    }
}
