package dev.nightjar.core.gate;

import dev.nightjar.core.definition.Task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured of a model. */
public enum Metric {
    AUC("auc", Better.HIGHER, 0, 1),
    LOG_LOSS("logLoss", Better.LOWER, 0, Double.POSITIVE_INFINITY),
    BRIER("brier", Better.LOWER, 0, 1),
    ACCURACY("accuracy", Better.HIGHER, 0, 1),
    MACRO_F1("macroF1", Better.HIGHER, 0, 1),
    RMSE("rmse", Better.LOWER, 0, Double.POSITIVE_INFINITY),
    MAE("mae", Better.LOWER, 0, Double.POSITIVE_INFINITY),
    R2("r2", Better.HIGHER, Double.NEGATIVE_INFINITY, 1),
    ROWS_PER_SECOND("rowsPerSecond", Better.HIGHER, 0, Double.POSITIVE_INFINITY),
    MODEL_BYTES("modelBytes", Better.LOWER, 0, Double.POSITIVE_INFINITY);

    private enum Better {
        HIGHER,
        LOWER
    }

    private final String text;
    private final Better better;
    private final double least;
    private final double most;

    Metric(String text, Better better, double least, double most) {
        this.text = text;
        this.better = better;
        this.least = least;
        this.most = most;
    }

    /** The metric that the pipeline file calls so. */
    public static Optional<Metric> named(String text) {
        return Arrays.stream(values()).filter(metric -> metric.text.equals(text)).findFirst();
    }

    /** The metrics of the task, speed and size included, in this order. */
    public static List<Metric> of(Task task) {
        return Arrays.stream(values()).filter(metric -> metric.fits(task)).toList();
    }

    /** The metric that chooses among candidates when the file names none. */
    public static Metric objectiveOf(Task task) {
        return switch (task) {
            case BINARY -> AUC;
            case MULTICLASS -> LOG_LOSS;
            case REGRESSION -> RMSE;
        };
    }

    /** Whether models of the task have it. */
    public boolean fits(Task task) {
        return switch (this) {
            case AUC, BRIER -> task == Task.BINARY;
            case LOG_LOSS -> task != Task.REGRESSION;
            case ACCURACY, MACRO_F1 -> task == Task.MULTICLASS;
            case RMSE, MAE, R2 -> task == Task.REGRESSION;
            case ROWS_PER_SECOND, MODEL_BYTES -> true;
        };
    }

    /** Whether it tells how well a model predicts, and not how fast or large it is. */
    public boolean judgesPredictions() {
        return this != ROWS_PER_SECOND && this != MODEL_BYTES;
    }

    /** Whether a higher value is the better one. */
    public boolean higherIsBetter() {
        return better == Better.HIGHER;
    }

    /** The least value that it can take. */
    public double least() {
        return least;
    }

    /** The greatest value that it can take. */
    public double most() {
        return most;
    }

    /** Whether it can take the value. */
    public boolean canBe(double value) {
        return value >= least && value <= most;
    }

    /** Whether the first value is better than the second; a value that is no number never is. */
    public boolean isBetter(double first, double second) {
        return higherIsBetter() ? first > second : first < second;
    }

    /** As the pipeline file spells it. */
    @Override
    public String toString() {
        return text;
    }
}
