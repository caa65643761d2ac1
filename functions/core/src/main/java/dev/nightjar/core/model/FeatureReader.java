package dev.nightjar.core.model;

import dev.nightjar.core.rows.RowBlock;

/** Makes the feature vectors of a block's rows. Not safe for use by multiple threads. */
public final class FeatureReader {
    private final ColumnTransform[] columns;
    private final int[] offsets;
    private final BlockBinding binding;

    FeatureReader(Transform transform) {
        this.columns = transform.columns().toArray(ColumnTransform[]::new);
        this.offsets = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            offsets[i] = transform.offset(i);
        }
        this.binding = new BlockBinding(transform);
    }

    /**
     * Takes up a block as it is filled now; to be called again each time that it is filled anew.
     *
     * @throws dev.nightjar.core.error.DataUnfit when a column is absent or of another kind
     */
    public void bind(RowBlock block) {
        binding.bind(block);
    }

    /** Gives the present features of the bound block's row, in ascending order. */
    public void features(int row, FeatureSink sink) {
        for (int i = 0; i < columns.length; i++) {
            switch (columns[i]) {
                case NumberTransform number -> {
                    double value = number.apply(binding.values(i)[row]);
                    if (!Double.isNaN(value)) {
                        sink.feature(offsets[i], value);
                    }
                }
                case CategoryTransform _ -> {
                    int code = binding.mapped(i)[binding.codes(i)[row] + LevelMapping.SHIFT];
                    if (code >= 0) {
                        sink.feature(offsets[i] + code, 1.0);
                    }
                }
            }
        }
    }
}
