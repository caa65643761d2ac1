package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * From margins to probabilities, in place. All arrays of a loop are taken at the same index, so
 * that the compiler can take several rows at once. Not safe for use by multiple threads.
 */
final class Links {
    private double[] largest = {};
    private double[] sums = {};

    /** The probability of the positive class. */
    static void logistic(double[] margins, int rows) {
        for (int row = 0; row < rows; row++) {
            margins[row] = 1.0 / (1.0 + Exponential.exp(-margins[row]));
        }
    }

    /** The probability of each class: one array a class, one value a row. */
    void softmax(double[][] margins, int rows) {
        if (largest.length < rows) {
            largest = new double[rows];
            sums = new double[rows];
        }
        System.arraycopy(margins[0], 0, largest, 0, rows);
        Arrays.fill(sums, 0, rows, 0);
        for (double[] output : margins) {
            raise(largest, output, rows);
        }
        for (double[] output : margins) {
            exponentiate(output, largest, rows);
            add(sums, output, rows);
        }
        for (double[] output : margins) {
            divide(output, sums, rows);
        }
    }

    private static void raise(double[] largest, double[] output, int rows) {
        for (int row = 0; row < rows; row++) {
            largest[row] = Math.max(largest[row], output[row]);
        }
    }

    private static void exponentiate(double[] output, double[] largest, int rows) {
        for (int row = 0; row < rows; row++) {
            output[row] = Exponential.exp(output[row] - largest[row]);
        }
    }

    private static void add(double[] sums, double[] output, int rows) {
        for (int row = 0; row < rows; row++) {
            sums[row] += output[row];
        }
    }

    private static void divide(double[] output, double[] sums, int rows) {
        for (int row = 0; row < rows; row++) {
            output[row] /= sums[row];
        }
    }
}
