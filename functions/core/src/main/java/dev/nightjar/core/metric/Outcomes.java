package dev.nightjar.core.metric;

import static java.util.Objects.requireNonNull;

import dev.nightjar.core.definition.Task;
import dev.nightjar.core.gate.Metric;
import dev.nightjar.core.model.Predictions;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Truths and answers of the rows that judge a model: 8 bytes a row for the truth and for each
 * output. Not safe for use by multiple threads.
 */
public final class Outcomes {
    private final Task task;
    private final double[][] scores;
    private double[] truths = new double[1024];
    private int rows;

    /**
     * Nothing yet.
     *
     * @param outputs of the model: 1 for binary and regression, else one a class
     */
    public Outcomes(Task task, int outputs) {
        this.task = requireNonNull(task, "task is null");
        this.scores = new double[outputs][1024];
    }

    /**
     * Takes up one row.
     *
     * @param truth regression: the target; else the index of the row's class among the model's
     *     labels, -1 for a class that the model does not know
     * @param answers of the block that the row is of
     */
    public void add(double truth, Predictions answers, int row) {
        if (rows == truths.length) {
            truths = Arrays.copyOf(truths, rows * 2);
            for (int output = 0; output < scores.length; output++) {
                scores[output] = Arrays.copyOf(scores[output], rows * 2);
            }
        }
        truths[rows] = truth;
        for (int output = 0; output < scores.length; output++) {
            scores[output][rows] = answers.scores()[output][row];
        }
        rows++;
    }

    /** How many rows were taken up. */
    public int rows() {
        return rows;
    }

    /**
     * Binary: auc, logLoss, brier. Multiclass: accuracy, macroF1, logLoss. Regression: rmse, mae,
     * r2. A metric that the rows do not define (auc with one class only) is left out.
     *
     * @throws IllegalStateException when there is no row
     */
    public Metrics metrics() {
        if (rows == 0) {
            throw new IllegalStateException("there is no row to judge by");
        }
        Map<Metric, Double> measured =
                switch (task) {
                    case BINARY -> binary();
                    case MULTICLASS -> multiclass();
                    case REGRESSION -> regression();
                };
        TreeMap<String, Double> values = new TreeMap<>();
        measured.forEach(
                (metric, value) -> {
                    if (Double.isFinite(value)) {
                        values.put(metric.toString(), value);
                    }
                });
        return new Metrics(values);
    }

    /** {@link Binary#roc}; empty for other tasks. */
    public List<Point> roc() {
        return task == Task.BINARY ? Binary.roc(positives(), scores(0)) : List.of();
    }

    /** {@link Binary#calibration}; empty for other tasks. */
    public List<CalibrationBin> calibration() {
        return task == Task.BINARY ? Binary.calibration(positives(), scores(0)) : List.of();
    }

    /** {@link Regression#residuals}; empty for other tasks. */
    public List<ResidualBin> residuals() {
        return task == Task.REGRESSION ? Regression.residuals(truths(), scores(0)) : List.of();
    }

    private Map<Metric, Double> binary() {
        boolean[] positives = positives();
        double[] score = scores(0);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.AUC, Binary.auc(positives, score));
        measured.put(Metric.LOG_LOSS, Binary.logLoss(positives, score));
        measured.put(Metric.BRIER, Binary.brier(positives, score));
        return measured;
    }

    private Map<Metric, Double> multiclass() {
        int[] classes = Arrays.stream(truths, 0, rows).mapToInt(truth -> (int) truth).toArray();
        int[] predicted = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int output = 1; output < scores.length; output++) {
                if (scores[output][row] > scores[predicted[row]][row]) {
                    predicted[row] = output;
                }
            }
        }
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.ACCURACY, Multiclass.accuracy(classes, predicted));
        measured.put(Metric.MACRO_F1, Multiclass.macroF1(classes, predicted, scores.length));
        measured.put(Metric.LOG_LOSS, Multiclass.logLoss(classes, scores));
        return measured;
    }

    private Map<Metric, Double> regression() {
        double[] targets = truths();
        double[] predicted = scores(0);
        Map<Metric, Double> measured = new EnumMap<>(Metric.class);
        measured.put(Metric.RMSE, Regression.rmse(targets, predicted));
        measured.put(Metric.MAE, Regression.mae(targets, predicted));
        measured.put(Metric.R2, Regression.r2(targets, predicted));
        return measured;
    }

    private boolean[] positives() {
        boolean[] positives = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            positives[row] = truths[row] == 1;
        }
        return positives;
    }

    private double[] truths() {
        return Arrays.copyOf(truths, rows);
    }

    private double[] scores(int output) {
        return Arrays.copyOf(scores[output], rows);
    }
}
