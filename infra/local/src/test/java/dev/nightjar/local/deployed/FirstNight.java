package dev.nightjar.local.deployed;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.night.RunId;
import dev.nightjar.core.night.Slot;

import java.time.LocalDate;

/** The first night of a deployment. */
record FirstNight(EndedExecution training, EndedExecution scoring) {
    static final LocalDate DATE = LocalDate.of(2026, 11, 2);
    static final Slot TRAINING = NightData.trainingSlot(DATE);
    static final Slot SCORING = NightData.scoringSlot(DATE);

    FirstNight {
        requireNonNull(training, "training is null");
        requireNonNull(scoring, "scoring is null");
    }

    RunId trainingRun() {
        return RunId.parse(training.run());
    }

    RunId scoringRun() {
        return RunId.parse(scoring.run());
    }
}
