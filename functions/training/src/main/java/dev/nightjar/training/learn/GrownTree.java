package dev.nightjar.training.learn;

import dev.nightjar.core.model.BoostedTrees;

import java.util.Arrays;

/**
 * One tree as XGBoost grew it, renumbered level by level so that only reachable nodes are left and
 * children follow their parents. Immutable by convention.
 *
 * @param feature XGBoost's number of the feature, or -1 for a leaf
 * @param value threshold or leaf
 */
@SuppressWarnings("ArrayRecordComponent") // compared by arrays where it matters
record GrownTree(int[] feature, float[] value, int[] left, int[] right, boolean[] absentLeft) {
    private static final int LEAF = -1;

    /** Renumbers nodes that are given in any order, with the root first and -1 for no child. */
    static GrownTree of(
            long[] lefts, long[] rights, long[] features, float[] values, boolean[] absentLefts) {
        int[] source = new int[lefts.length];
        int[] left = new int[lefts.length];
        int[] right = new int[lefts.length];
        int end = 1;
        for (int node = 0; node < end; node++) {
            int from = source[node];
            if (lefts[from] >= 0) {
                left[node] = end;
                source[end++] = Math.toIntExact(lefts[from]);
                right[node] = end;
                source[end++] = Math.toIntExact(rights[from]);
            }
        }
        int[] feature = new int[end];
        float[] value = new float[end];
        boolean[] absentLeft = new boolean[end];
        for (int node = 0; node < end; node++) {
            int from = source[node];
            feature[node] = lefts[from] < 0 ? LEAF : Math.toIntExact(features[from]);
            value[node] = values[from];
            absentLeft[node] = lefts[from] >= 0 && absentLefts[from];
        }
        return new GrownTree(
                feature, value, Arrays.copyOf(left, end), Arrays.copyOf(right, end), absentLeft);
    }

    /** Whether both send every row to the leaf of the same number. */
    boolean splitsLike(GrownTree other) {
        if (!Arrays.equals(feature, other.feature)
                || !Arrays.equals(left, other.left)
                || !Arrays.equals(absentLeft, other.absentLeft)) {
            return false;
        }
        for (int node = 0; node < feature.length; node++) {
            if (feature[node] != LEAF && value[node] != other.value[node]) {
                return false;
            }
        }
        return true;
    }

    /** The tree with each leaf less the other's leaf of the same number. */
    GrownTree minus(GrownTree other) {
        float[] differences = value.clone();
        for (int node = 0; node < feature.length; node++) {
            if (feature[node] == LEAF) {
                differences[node] -= other.value[node];
            }
        }
        return new GrownTree(feature, differences, left, right, absentLeft);
    }

    /** The tree with the sign of each leaf turned. */
    GrownTree negated() {
        float[] negated = value.clone();
        for (int node = 0; node < feature.length; node++) {
            if (feature[node] == LEAF) {
                negated[node] = -negated[node];
            }
        }
        return new GrownTree(feature, negated, left, right, absentLeft);
    }

    /**
     * Adds the tree to an ensemble.
     *
     * @param ours our index of each of XGBoost's features
     */
    void addTo(BoostedTrees.Builder builder, int output, int[] ours) {
        builder.tree(output);
        for (int node = 0; node < feature.length; node++) {
            if (feature[node] == LEAF) {
                builder.leaf(value[node]);
            } else {
                builder.split(
                        ours[feature[node]],
                        value[node],
                        left[node],
                        right[node],
                        absentLeft[node]);
            }
        }
    }
}
