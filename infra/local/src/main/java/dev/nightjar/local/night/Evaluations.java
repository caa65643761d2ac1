package dev.nightjar.local.night;

import dev.nightjar.core.night.Evaluation;
import dev.nightjar.core.night.RunId;
import dev.nightjar.run.Records;
import dev.nightjar.run.StepRecord;

import java.util.Optional;

/** The rounds of judging in a run. */
public final class Evaluations {
    private static final int MOST_ROUNDS = 3;

    private Evaluations() {}

    /** The newest round. */
    public static Optional<Evaluation> last(Records records, RunId run) {
        for (int round = MOST_ROUNDS; round >= 1; round--) {
            Optional<Evaluation> made =
                    records.step(run, "EvaluateCandidates-" + round, Evaluation.class)
                            .map(StepRecord::made);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }
}
