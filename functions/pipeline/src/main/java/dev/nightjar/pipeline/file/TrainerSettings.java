package dev.nightjar.pipeline.file;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.definition.TrainerKind;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings that each trainer has, and their defaults: the one place of these numbers. Their
 * bounds stand in the schema.
 */
final class TrainerSettings {
    /** Points of a grid at the most. */
    static final int LARGEST_GRID = 200;

    private static final Map<String, Double> LINEAR =
            Map.of("epochs", 10.0, "learningRate", 0.1, "batch", 1.0);
    private static final Map<String, Double> LOGISTIC =
            Map.of("epochs", 10.0, "learningRate", 0.2, "batch", 1.0);
    private static final Map<String, Double> TREES =
            Map.of(
                    "rounds", 100.0,
                    "depth", 6.0,
                    "learningRate", 0.3,
                    "subsample", 1.0,
                    "minChildWeight", 1.0,
                    "lambda", 1.0,
                    "threads", 2.0);

    private TrainerSettings() {}

    /** Every setting of the trainer with its default. */
    static SortedMap<String, Double> defaults(TrainerKind trainer) {
        return new TreeMap<>(
                switch (trainer) {
                    case LOGISTIC_REGRESSION -> LOGISTIC;
                    case LINEAR_REGRESSION -> LINEAR;
                    case BOOSTED_TREES -> TREES;
                });
    }

    /** What is trained when the file names no candidate. */
    static List<TrainerKind> trainers(Task task) {
        return switch (task) {
            case BINARY, MULTICLASS ->
                    List.of(TrainerKind.LOGISTIC_REGRESSION, TrainerKind.BOOSTED_TREES);
            case REGRESSION -> List.of(TrainerKind.LINEAR_REGRESSION, TrainerKind.BOOSTED_TREES);
        };
    }

    static boolean fits(TrainerKind trainer, Task task) {
        return switch (trainer) {
            case LOGISTIC_REGRESSION -> task != Task.REGRESSION;
            case LINEAR_REGRESSION -> task == Task.REGRESSION;
            case BOOSTED_TREES -> true;
        };
    }
}
