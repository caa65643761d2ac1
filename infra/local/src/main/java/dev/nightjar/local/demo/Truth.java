package dev.nightjar.local.demo;

import dev.nightjar.core.metric.Binary;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What only the maker of the data knows: each row's own probability beside the label that was drawn
 * from it. No model can rank these rows better than their probabilities do, chance aside. Rows are
 * added in the order of their numbers, by one thread.
 */
final class Truth {
    private long[] numbers = new long[1024];
    private double[] probabilities = new double[1024];
    private boolean[] labels = new boolean[1024];
    private int rows;

    void add(long number, double probability, boolean label) {
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, rows * 2);
            probabilities = Arrays.copyOf(probabilities, rows * 2);
            labels = Arrays.copyOf(labels, rows * 2);
        }
        numbers[rows] = number;
        probabilities[rows] = probability;
        labels[rows] = label;
        rows++;
    }

    void addAll(Truth other) {
        for (int row = 0; row < other.rows; row++) {
            add(other.numbers[row], other.probabilities[row], other.labels[row]);
        }
    }

    int rows() {
        return rows;
    }

    /** The share of rows whose label is true. */
    double labelRate() {
        int positive = 0;
        for (int row = 0; row < rows; row++) {
            positive += labels[row] ? 1 : 0;
        }
        return (double) positive / rows;
    }

    /** The area under the ROC curve of the true probabilities, over all rows. */
    double bestAuc() {
        return bestAuc(Arrays.stream(numbers, 0, rows));
    }

    /** The same over the rows with such numbers; numbers that are no row's do not count. */
    double bestAuc(LongStream wanted) {
        int[] chosen =
                wanted.mapToInt(number -> Arrays.binarySearch(numbers, 0, rows, number))
                        .filter(row -> row >= 0)
                        .toArray();
        double[] scores = new double[chosen.length];
        boolean[] positive = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            scores[i] = probabilities[chosen[i]];
            positive[i] = labels[chosen[i]];
        }
        return Binary.auc(positive, scores);
    }
}
