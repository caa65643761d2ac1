package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * Mean, population deviation, median and mode of a column's numbers. Keeps the numbers only where
 * median or mode is asked for: 8 bytes a row. Not safe for use by multiple threads.
 */
final class NumberSummary {
    private final boolean keeping;
    private double[] kept = new double[0];
    private int keptSize;
    private long present;
    private long missing;
    private double mean;
    private double squares;

    NumberSummary(boolean keeping) {
        this.keeping = keeping;
    }

    /** Takes up the first {@code rows} values; NaN is missing. */
    void add(double[] values, int rows) {
        if (keeping && keptSize + rows > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptSize + rows, kept.length + kept.length / 2));
        }
        for (int row = 0; row < rows; row++) {
            double value = values[row];
            if (Double.isNaN(value)) {
                missing++;
                continue;
            }
            present++;
            double distance = value - mean;
            mean += distance / present;
            squares += distance * (value - mean);
            if (keeping) {
                kept[keptSize++] = value;
            }
        }
    }

    boolean isEmpty() {
        return present == 0;
    }

    double mean() {
        return mean;
    }

    /** The middle value, or the middle of the two in the middle. */
    double median() {
        Arrays.sort(kept, 0, keptSize);
        double upper = kept[keptSize / 2];
        if (keptSize % 2 == 1) {
            return upper;
        }
        double lower = kept[keptSize / 2 - 1];
        return lower + (upper - lower) / 2;
    }

    /** The most frequent value; of several the lowest. */
    double mode() {
        Arrays.sort(kept, 0, keptSize);
        double best = kept[0];
        int longest = 0;
        int start = 0;
        for (int i = 1; i <= keptSize; i++) {
            if (i == keptSize || kept[i] != kept[start]) {
                if (i - start > longest) {
                    longest = i - start;
                    best = kept[start];
                }
                start = i;
            }
        }
        return best;
    }

    /** The mean when each missing value is replaced. */
    double filledMean(double standIn) {
        return missing == 0 ? mean : mean + (standIn - mean) * ((double) missing / rows());
    }

    /** The population deviation when each missing value is replaced. */
    double filledDeviation(double standIn) {
        double distance = missing == 0 ? 0 : standIn - mean;
        double between = distance * distance * ((double) present * missing / rows());
        return Math.sqrt((squares + between) / rows());
    }

    private double rows() {
        return (double) present + missing;
    }
}
