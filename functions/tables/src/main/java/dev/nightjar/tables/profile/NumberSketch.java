package dev.nightjar.tables.profile;

import java.util.ArrayList;
import java.util.List;

/** What the numbers of one column look like. Not safe for use by multiple threads. */
final class NumberSketch {
    private static final int STEPS = 20;

    private final QuantileSketch quantiles = new QuantileSketch();
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares; // sum of squared distances from the mean

    /** Takes the numbers of a block, missing ones aside; answers how many were missing. */
    long add(double[] values, int rows) {
        long seen = 0;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                seen++;
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
                quantiles.add(value);
            }
        }
        if (seen > 0) {
            double middle = sum / seen;
            double distances = 0;
            for (int row = 0; row < rows; row++) {
                double distance = values[row] - middle;
                distances += Double.isNaN(distance) ? 0 : distance * distance;
            }
            combine(seen, middle, distances);
        }
        return rows - seen;
    }

    void merge(NumberSketch other) {
        quantiles.merge(other.quantiles);
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        if (other.count > 0) {
            combine(other.count, other.mean, other.squares);
        }
    }

    /** The summary, or one of NaN without a number. */
    ColumnProfile.Numbers summary() {
        if (count == 0) {
            return new ColumnProfile.Numbers(
                    0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
        }
        List<Double> steps = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double value = quantiles.quantile((double) step / STEPS);
            steps.add(Math.min(most, Math.max(least, value)));
        }
        steps.set(0, least);
        steps.set(STEPS, most);
        return new ColumnProfile.Numbers(
                count, least, most, mean, Math.sqrt(squares / count), steps);
    }

    private void combine(long others, double otherMean, double otherSquares) {
        long all = count + others;
        double apart = otherMean - mean;
        squares += otherSquares + apart * apart * count / all * others;
        mean += apart * others / all;
        count = all;
    }
}
