package dev.nightjar.training.learn;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;
import dev.nightjar.core.error.DefinitionInvalid;
import dev.nightjar.core.error.ModelUnfit;

import org.tribuo.Model;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trains one candidate with Tribuo and compiles it. The same rows, settings and seed give the same
 * compiled model.
 */
public final class Learner {
    /**
     * Tribuo tells every training on standard error; kept here, or the level would be forgotten.
     */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private Learner() {}

    /**
     * Trains and compiles.
     *
     * @param rows the training rows alone: neither validation nor holdout
     * @throws ModelUnfit when there are no rows, no feature or one class only, or when training did
     *     not converge
     * @throws DefinitionInvalid when the trainer cannot learn such a label
     */
    public static Learned learn(TrainingRows rows, CandidateSettings settings, long seed) {
        checkTrainer(rows.task(), settings.trainer());
        List<String> labels = rows.labels();
        checkRows(rows, labels);
        Model<?> model =
                switch (settings.trainer()) {
                    case LOGISTIC_REGRESSION, LINEAR_REGRESSION ->
                            LinearTraining.train(rows, labels, settings, seed);
                    case BOOSTED_TREES -> TreeTraining.train(rows, labels, settings, seed);
                };
        TribuoRecord record = new TribuoRecord(model);
        byte[] tribuo = record.toBytes();
        try {
            return new Learned(
                    tribuo, ModelCompiler.compile(record, rows.task(), labels, rows.transform()));
        } catch (IllegalArgumentException e) {
            throw new ModelUnfit(
                    "The "
                            + settings.trainer()
                            + " did not converge ("
                            + e.getMessage()
                            + "). Try a lower learningRate.",
                    e);
        }
    }

    private static void checkTrainer(Task task, TrainerKind trainer) {
        boolean fits =
                switch (trainer) {
                    case LOGISTIC_REGRESSION -> task != Task.REGRESSION;
                    case LINEAR_REGRESSION -> task == Task.REGRESSION;
                    case BOOSTED_TREES -> true;
                };
        if (!fits) {
            throw new DefinitionInvalid(
                    "The trainer " + trainer + " cannot learn a " + task + " label.");
        }
    }

    private static void checkRows(TrainingRows rows, List<String> labels) {
        if (rows.size() == 0) {
            throw new ModelUnfit("There are no rows to learn from.");
        }
        if (rows.present() == 0) {
            throw new ModelUnfit(
                    "There is nothing to learn from: no feature has a value in any of the "
                            + rows.size()
                            + " training rows.");
        }
        for (int row = 1; row < rows.size(); row++) {
            if (rows.target(row) != rows.target(0)) {
                return;
            }
        }
        String only =
                rows.task() == Task.REGRESSION
                        ? String.valueOf(rows.target(0))
                        : labels.get(rows.classOf(0));
        throw new ModelUnfit(
                "All "
                        + rows.size()
                        + " training rows have the same label, "
                        + rows.labelName()
                        + " = "
                        + only
                        + ": there is nothing to tell apart.");
    }
}
