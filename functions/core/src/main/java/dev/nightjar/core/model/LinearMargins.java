package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * Margins of a linear model, one column after the other. A category column adds what it looks up in
 * a table by the block's own code; the table is made anew only when the block's levels grow or
 * change.
 */
final class LinearMargins implements Margins {
    private final ColumnTransform[] columns;
    private final LinearWeights weights;
    private final int[] offsets;
    private final int[] versions;
    private final double[][][] tables;

    LinearMargins(Transform transform, LinearWeights weights) {
        this.columns = transform.columns().toArray(ColumnTransform[]::new);
        this.weights = weights;
        this.offsets = new int[columns.length];
        this.versions = new int[columns.length];
        this.tables = new double[columns.length][weights.outputs()][];
        for (int i = 0; i < columns.length; i++) {
            offsets[i] = transform.offset(i);
        }
    }

    @Override
    public void margins(BlockBinding binding, int rows, double[][] out) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] instanceof CategoryTransform && versions[i] != binding.version(i)) {
                versions[i] = binding.version(i);
                tabulate(i, binding.mapped(i));
            }
        }
        for (int output = 0; output < out.length; output++) {
            double[] margins = out[output];
            Arrays.fill(margins, 0, rows, weights.bias(output));
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] instanceof NumberTransform number) {
                    double weight = weights.weight(output, offsets[i]);
                    addNumbers(number, weight, binding.values(i), margins, rows);
                } else {
                    addLevels(tables[i][output], binding.codes(i), margins, rows);
                }
            }
        }
    }

    private static void addNumbers(
            NumberTransform number, double weight, double[] values, double[] margins, int rows) {
        double standIn = Double.isNaN(number.standIn()) ? number.shift() : number.standIn();
        double shift = number.shift();
        double factor = number.factor();
        for (int row = 0; row < rows; row++) {
            double value = values[row];
            double known = Double.isNaN(value) ? standIn : value;
            margins[row] += weight * ((known - shift) * factor);
        }
    }

    private static void addLevels(double[] table, int[] codes, double[] margins, int rows) {
        for (int row = 0; row < rows; row++) {
            margins[row] += table[codes[row] + LevelMapping.SHIFT];
        }
    }

    /** For each output the weight of each code of the block, shifted; 0 where no feature is set. */
    private void tabulate(int column, int[] mapped) {
        for (int output = 0; output < weights.outputs(); output++) {
            double[] table = new double[mapped.length];
            for (int code = 0; code < table.length; code++) {
                int level = mapped[code];
                table[code] = level < 0 ? 0 : weights.weight(output, offsets[column] + level);
            }
            tables[column][output] = table;
        }
    }
}
