package dev.nightjar.core.metric;

/**
 * Measures of one probability a class. A truth below 0 is a class that the model does not know:
 * never hit, and of probability 0.
 */
public final class Multiclass {
    private static final double LEAST = 1e-15;

    private Multiclass() {}

    /** Share of rows whose class was predicted. */
    public static double accuracy(int[] truth, int[] predicted) {
        long hits = 0;
        for (int row = 0; row < truth.length; row++) {
            hits += truth[row] == predicted[row] ? 1 : 0;
        }
        return (double) hits / truth.length;
    }

    /** Mean over the classes seen or predicted of each class's F1. */
    public static double macroF1(int[] truth, int[] predicted, int classes) {
        long[] hits = new long[classes];
        long[] seen = new long[classes];
        for (int row = 0; row < truth.length; row++) {
            seen[predicted[row]]++;
            if (truth[row] >= 0) {
                seen[truth[row]]++;
                hits[truth[row]] += truth[row] == predicted[row] ? 1 : 0;
            }
        }
        double sum = 0;
        int present = 0;
        for (int one = 0; one < classes; one++) {
            if (seen[one] > 0) {
                sum += 2.0 * hits[one] / seen[one];
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }

    /**
     * Mean log loss in nats; probabilities are kept {@code 1e-15} away from 0 and 1.
     *
     * @param scores one array a class, one probability a row
     */
    public static double logLoss(int[] truth, double[][] scores) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            double likelihood = truth[row] < 0 ? 0 : scores[truth[row]][row];
            sum -= StrictMath.log(Math.clamp(likelihood, LEAST, 1 - LEAST));
        }
        return sum / truth.length;
    }
}
