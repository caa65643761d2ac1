package dev.nightjar.core.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures of probabilities of the positive class. */
public final class Binary {
    private static final double LEAST = 1e-15;
    private static final int BINS = 20;

    private Binary() {}

    /**
     * Area under the ROC curve: the share of pairs of a positive and a negative row in which the
     * positive one has the higher score, equal scores counted as half.
     *
     * @return NaN when a class is absent
     */
    public static double auc(boolean[] positive, double[] score) {
        double[] positives = sorted(positive, score, true);
        double[] negatives = sorted(positive, score, false);
        if (positives.length == 0 || negatives.length == 0) {
            return Double.NaN;
        }
        double twiceWon = 0;
        int below = 0;
        int upTo = 0;
        for (double value : positives) {
            while (below < negatives.length && negatives[below] < value) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < negatives.length && negatives[upTo] <= value) {
                upTo++;
            }
            twiceWon += below + (double) upTo;
        }
        return twiceWon / (2.0 * positives.length * negatives.length);
    }

    /** Mean log loss in nats; probabilities are kept {@code 1e-15} away from 0 and 1. */
    public static double logLoss(boolean[] positive, double[] score) {
        double sum = 0;
        for (int row = 0; row < score.length; row++) {
            double likelihood = positive[row] ? score[row] : 1 - score[row];
            sum -= StrictMath.log(Math.clamp(likelihood, LEAST, 1 - LEAST));
        }
        return sum / score.length;
    }

    /** Mean squared distance of the probability from 0 or 1. */
    public static double brier(boolean[] positive, double[] score) {
        double sum = 0;
        for (int row = 0; row < score.length; row++) {
            double distance = score[row] - (positive[row] ? 1 : 0);
            sum += distance * distance;
        }
        return sum / score.length;
    }

    /**
     * The ROC curve from (0, 0) to (1, 1), at most 200 points: x is the false positive rate, y the
     * true positive rate. Empty when a class is absent.
     */
    public static List<Point> roc(boolean[] positive, double[] score) {
        double[] positives = sorted(positive, score, true);
        double[] negatives = sorted(positive, score, false);
        List<Point> points = new ArrayList<>();
        if (positives.length == 0 || negatives.length == 0) {
            return points;
        }
        points.add(new Point(0, 0));
        double step = (double) score.length / (Point.MOST - 2);
        double next = step;
        int truths = positives.length;
        int falses = negatives.length;
        while (truths + falses > 0) {
            double value =
                    Math.max(
                            truths == 0 ? Double.NEGATIVE_INFINITY : positives[truths - 1],
                            falses == 0 ? Double.NEGATIVE_INFINITY : negatives[falses - 1]);
            truths = below(positives, truths, value);
            falses = below(negatives, falses, value);
            int passed = score.length - truths - falses;
            if (passed >= next && truths + falses > 0) {
                points.add(
                        new Point(
                                1 - (double) falses / negatives.length,
                                1 - (double) truths / positives.length));
                next = (Math.floor(passed / step) + 1) * step;
            }
        }
        points.add(new Point(1, 1));
        return points;
    }

    /** Predicted against observed shares in 20 bins of equal width; empty bins are left out. */
    public static List<CalibrationBin> calibration(boolean[] positive, double[] score) {
        double[] predicted = new double[BINS];
        long[] observed = new long[BINS];
        long[] rows = new long[BINS];
        for (int row = 0; row < score.length; row++) {
            int bin = Math.clamp((int) (score[row] * BINS), 0, BINS - 1);
            predicted[bin] += score[row];
            observed[bin] += positive[row] ? 1 : 0;
            rows[bin]++;
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (rows[bin] > 0) {
                bins.add(
                        new CalibrationBin(
                                predicted[bin] / rows[bin],
                                (double) observed[bin] / rows[bin],
                                rows[bin]));
            }
        }
        return bins;
    }

    private static int below(double[] ascending, int size, double value) {
        int end = size;
        while (end > 0 && ascending[end - 1] >= value) {
            end--;
        }
        return end;
    }

    private static double[] sorted(boolean[] positive, double[] score, boolean wanted) {
        double[] chosen = new double[score.length];
        int size = 0;
        for (int row = 0; row < score.length; row++) {
            if (positive[row] == wanted) {
                chosen[size++] = score[row];
            }
        }
        double[] sorted = Arrays.copyOf(chosen, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
