package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * Margins of boosted trees. Rows are taken a few at a time and laid out as {@link FlatForest} wants
 * them; what a category column has set is cleared after them, so that the work grows with the
 * columns and not with the levels.
 */
final class TreeMargins implements Margins {
    private static final int TILE = 32;

    private final ColumnTransform[] columns;
    private final int[] offsets;
    private final FlatForest forest;
    private final int[] vectors;
    private final float[][] sums;

    TreeMargins(Transform transform, BoostedTrees trees) {
        this.columns = transform.columns().toArray(ColumnTransform[]::new);
        this.offsets = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            offsets[i] = transform.offset(i);
        }
        this.forest = new FlatForest(trees, TILE);
        this.vectors = new int[TILE * forest.width()];
        this.sums = new float[trees.outputs()][TILE];
        for (int slot = 0; slot < vectors.length; slot += 2) {
            clear(slot);
        }
    }

    @Override
    public void margins(BlockBinding binding, int rows, double[][] out) {
        for (int from = 0; from < rows; from += TILE) {
            int count = Math.min(TILE, rows - from);
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] instanceof NumberTransform number) {
                    setNumbers(number, offsets[i], binding.values(i), from, count);
                } else {
                    setLevels(i, binding, from, count, true);
                }
            }
            score(from, count, out);
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] instanceof CategoryTransform) {
                    setLevels(i, binding, from, count, false);
                }
            }
        }
    }

    private void score(int from, int count, double[][] out) {
        for (int output = 0; output < sums.length; output++) {
            Arrays.fill(sums[output], forest.base(output));
        }
        forest.add(vectors, count, sums);
        for (int output = 0; output < sums.length; output++) {
            for (int i = 0; i < count; i++) {
                out[output][from + i] = sums[output][i];
            }
        }
    }

    private void setNumbers(
            NumberTransform number, int feature, double[] values, int from, int count) {
        int slot = forest.slot(feature);
        if (slot < 0) {
            return;
        }
        int width = forest.width();
        for (int i = 0; i < count; i++, slot += width) {
            double value = number.apply(values[from + i]);
            if (Double.isNaN(value)) {
                clear(slot);
            } else {
                int key = FlatForest.key((float) value);
                vectors[slot] = key;
                vectors[slot + 1] = key;
            }
        }
    }

    private void setLevels(int column, BlockBinding binding, int from, int count, boolean present) {
        int[] mapped = binding.mapped(column);
        int[] codes = binding.codes(column);
        int width = forest.width();
        for (int i = 0; i < count; i++) {
            int code = mapped[codes[from + i] + LevelMapping.SHIFT];
            int slot = code < 0 ? -1 : forest.slot(offsets[column] + code);
            if (slot >= 0) {
                set(slot + i * width, present);
            }
        }
    }

    private void set(int slot, boolean present) {
        if (present) {
            vectors[slot] = FlatForest.PRESENT;
            vectors[slot + 1] = FlatForest.PRESENT;
        } else {
            clear(slot);
        }
    }

    private void clear(int slot) {
        vectors[slot] = FlatForest.BELOW_ALL;
        vectors[slot + 1] = FlatForest.ABOVE_ALL;
    }
}
