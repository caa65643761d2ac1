package dev.nightjar.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures of predicted numbers, in units of the target. */
public final class Regression {
    private static final int BINS = 50;

    private Regression() {}

    /** Root of the mean squared residual. */
    public static double rmse(double[] truth, double[] predicted) {
        return Math.sqrt(squares(truth, predicted) / truth.length);
    }

    /** Mean absolute residual. */
    public static double mae(double[] truth, double[] predicted) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            sum += Math.abs(truth[row] - predicted[row]);
        }
        return sum / truth.length;
    }

    /** Share of the variance explained; for a constant target 1 when met exactly, else 0. */
    public static double r2(double[] truth, double[] predicted) {
        double mean = Arrays.stream(truth).average().orElse(Double.NaN);
        double total = 0;
        for (double value : truth) {
            total += (value - mean) * (value - mean);
        }
        double left = squares(truth, predicted);
        if (total == 0) {
            return left == 0 ? 1 : 0;
        }
        return 1 - left / total;
    }

    /** Residuals in at most 50 bins of equally many rows, by rising prediction. */
    public static List<ResidualBin> residuals(double[] truth, double[] predicted) {
        int[] order =
                IntStream.range(0, truth.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(predicted[a], predicted[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int bins = Math.min(BINS, truth.length);
        List<ResidualBin> summary = new ArrayList<>(bins);
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) bin * truth.length / bins);
            int to = (int) ((bin + 1L) * truth.length / bins);
            summary.add(bin(truth, predicted, Arrays.copyOfRange(order, from, to)));
        }
        return summary;
    }

    private static ResidualBin bin(double[] truth, double[] predicted, int[] rows) {
        double sum = 0;
        double[] residuals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sum += predicted[rows[i]];
            residuals[i] = truth[rows[i]] - predicted[rows[i]];
        }
        Arrays.sort(residuals);
        return new ResidualBin(
                sum / rows.length,
                Arrays.stream(residuals).average().orElse(Double.NaN),
                residuals[rows.length / 10],
                residuals[rows.length - 1 - rows.length / 10],
                rows.length);
    }

    private static double squares(double[] truth, double[] predicted) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double residual = truth[row] - predicted[row];
            sum += residual * residual;
        }
        return sum;
    }
}
