package dev.nightjar.training.learn;

import dev.nightjar.core.definition.CandidateSettings;
import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;

import java.util.Map;
import java.util.TreeMap;

/** The trainers' defaults, as {@code TrainerSettings} of the pipeline module has them. */
final class Settings {
    private Settings() {}

    static CandidateSettings linear(Task task) {
        boolean regression = task == Task.REGRESSION;
        return new CandidateSettings(
                regression ? TrainerKind.LINEAR_REGRESSION : TrainerKind.LOGISTIC_REGRESSION,
                new TreeMap<>(
                        Map.of(
                                "epochs", 10.0,
                                "learningRate", regression ? 0.1 : 0.2,
                                "batch", 1.0)));
    }

    static CandidateSettings trees() {
        return new CandidateSettings(
                TrainerKind.BOOSTED_TREES,
                new TreeMap<>(
                        Map.of(
                                "rounds", 100.0,
                                "depth", 6.0,
                                "learningRate", 0.3,
                                "subsample", 1.0,
                                "minChildWeight", 1.0,
                                "lambda", 1.0,
                                "threads", 2.0)));
    }

    /** The same settings with one changed. */
    static CandidateSettings with(CandidateSettings settings, String name, double value) {
        TreeMap<String, Double> changed = new TreeMap<>(settings.settings());
        changed.put(name, value);
        return new CandidateSettings(settings.trainer(), changed);
    }
}
