package dev.nightjar.training.learn;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;

import org.tribuo.Model;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer.BoosterType;
import org.tribuo.common.xgboost.XGBoostTrainer.LoggingVerbosity;
import org.tribuo.common.xgboost.XGBoostTrainer.TreeMethod;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

import java.util.List;

/** Boosted trees by XGBoost through Tribuo: histograms, a fixed number of threads. */
final class TreeTraining {
    static {
        NativeThreads.waitPassively();
    }

    private TreeTraining() {}

    static Model<?> train(
            TrainingRows rows, List<String> labels, CandidateSettings settings, long seed) {
        int rounds = (int) settings.setting("rounds");
        int depth = (int) settings.setting("depth");
        int threads = (int) settings.setting("threads");
        double learningRate = settings.setting("learningRate");
        double minChildWeight = settings.setting("minChildWeight");
        double subsample = settings.setting("subsample");
        double lambda = settings.setting("lambda");
        if (rows.task() == Task.REGRESSION) {
            return new XGBoostRegressionTrainer(
                            BoosterType.GBTREE,
                            TreeMethod.HIST,
                            RegressionType.LINEAR,
                            rounds,
                            learningRate,
                            0,
                            depth,
                            minChildWeight,
                            subsample,
                            1,
                            lambda,
                            0,
                            threads,
                            LoggingVerbosity.SILENT,
                            seed)
                    .train(TribuoDatasets.targets(rows, 0, 1, true));
        }
        return new XGBoostClassificationTrainer(
                        BoosterType.GBTREE,
                        TreeMethod.HIST,
                        rounds,
                        learningRate,
                        0,
                        depth,
                        minChildWeight,
                        subsample,
                        1,
                        lambda,
                        0,
                        threads,
                        LoggingVerbosity.SILENT,
                        seed)
                .train(TribuoDatasets.classes(rows, labels, true));
    }
}
