package dev.nightjar.training;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Definition;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.error.DataUnfit;

import java.util.Locale;

/**
 * A careful guess of how long a candidate trains, made before anything is trained: a step that runs
 * into its time-out has cost all of its time and taught nothing.
 */
final class TrainingTime {
    /** Time-out of the state TrainCandidate. */
    static final double MOST_SECONDS = 900;

    // Measured on one shared core with 60,000 to 120,000 rows of 10 to 28 columns, rounded up.
    private static final double LINEAR_SECONDS = 2e-7;
    private static final double TREES_SECONDS = 3e-8;
    private static final double MEASURED_DEPTH = 6;

    private TrainingTime() {}

    /** Seconds that the candidate is expected to train. */
    static double seconds(Definition definition, CandidateSettings candidate, long rows) {
        double cells = (double) rows * Math.max(1, definition.features().size());
        return switch (candidate.trainer()) {
            case LOGISTIC_REGRESSION, LINEAR_REGRESSION ->
                    cells * candidate.setting("epochs") * LINEAR_SECONDS;
            case BOOSTED_TREES ->
                    cells
                            * candidate.setting("rounds")
                            * (candidate.setting("depth") / MEASURED_DEPTH)
                            * (definition.task() == Task.REGRESSION ? 1 : 2)
                            * TREES_SECONDS;
        };
    }

    /**
     * Refuses rows that some candidate cannot learn from in time.
     *
     * @throws DataUnfit with the numbers and the way out
     */
    static void refuseTooLong(
            Definition definition, Iterable<CandidateSettings> candidates, long rows) {
        for (CandidateSettings candidate : candidates) {
            double seconds = seconds(definition, candidate, rows);
            if (seconds > MOST_SECONDS) {
                throw new DataUnfit(
                        String.format(
                                Locale.ROOT,
                                "%s %s on %,d rows is expected to train %,.0f s; one training"
                                        + " step has %,.0f s; shorten training.source.window or"
                                        + " take fewer epochs or rounds",
                                candidate.trainer(),
                                candidate.settings(),
                                rows,
                                seconds,
                                MOST_SECONDS));
            }
        }
    }
}
