package dev.nightjar.training.learn;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;

import org.tribuo.Model;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

import java.util.List;

/**
 * Linear models by Tribuo's stochastic gradient descent with AdaGrad. A target is standardised for
 * the training; the record keeps by how much.
 */
final class LinearTraining {
    private static final double EPSILON = 1e-6;

    private LinearTraining() {}

    static Model<?> train(
            TrainingRows rows, List<String> labels, CandidateSettings settings, long seed) {
        int epochs = (int) settings.setting("epochs");
        int batch = (int) settings.setting("batch");
        StochasticGradientOptimiser optimiser =
                new AdaGrad(settings.setting("learningRate"), EPSILON);
        if (rows.task() == Task.REGRESSION) {
            double shift = mean(rows);
            double scale = deviation(rows, shift);
            return new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                            new SquaredLoss(), optimiser, epochs, -1, batch, seed)
                    .train(
                            TribuoDatasets.targets(rows, shift, scale, false),
                            TribuoRecord.scale(shift, scale));
        }
        return new LinearSGDTrainer(new LogMulticlass(), optimiser, epochs, -1, batch, seed)
                .train(TribuoDatasets.classes(rows, labels, false));
    }

    private static double mean(TrainingRows rows) {
        double mean = 0;
        for (int row = 0; row < rows.size(); row++) {
            mean += (rows.target(row) - mean) / (row + 1);
        }
        return mean;
    }

    private static double deviation(TrainingRows rows, double mean) {
        double squares = 0;
        for (int row = 0; row < rows.size(); row++) {
            double distance = rows.target(row) - mean;
            squares += distance * distance / rows.size();
        }
        return Math.sqrt(squares);
    }
}
