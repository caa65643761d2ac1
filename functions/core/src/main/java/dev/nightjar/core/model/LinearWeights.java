package dev.nightjar.core.model;

/**
 * One weight a feature and one bias, for each output: margin = bias + sum of weight times value.
 * Immutable.
 */
public final class LinearWeights implements ModelPart {
    private final double[][] weights;
    private final double[] biases;

    /**
     * Weights of a linear model; copied.
     *
     * @param weights one array an output, one finite value a feature
     * @param biases one finite value an output
     * @throws IllegalArgumentException when lengths differ or a value is not finite
     */
    public LinearWeights(double[][] weights, double[] biases) {
        if (weights.length == 0 || weights.length != biases.length) {
            throw new IllegalArgumentException(
                    weights.length + " arrays of weights and " + biases.length + " biases");
        }
        this.weights = new double[weights.length][];
        this.biases = biases.clone();
        requireFinite(this.biases);
        for (int output = 0; output < weights.length; output++) {
            if (weights[output].length != weights[0].length) {
                throw new IllegalArgumentException("outputs differ in their number of weights");
            }
            this.weights[output] = weights[output].clone();
            requireFinite(this.weights[output]);
        }
    }

    @Override
    public int outputs() {
        return weights.length;
    }

    @Override
    public int features() {
        return weights[0].length;
    }

    /** The weight of the feature for the output. */
    public double weight(int output, int feature) {
        return weights[output][feature];
    }

    /** The bias of the output. */
    public double bias(int output) {
        return biases[output];
    }

    private static void requireFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a weight is not finite: " + value);
            }
        }
    }
}
