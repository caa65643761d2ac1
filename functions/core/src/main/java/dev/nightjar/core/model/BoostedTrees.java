package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * Regression trees over features as floats, as XGBoost grows them. A row's margin of an output is
 * the float sum of the output's base and the leaves that the row reaches in the output's trees, in
 * their order. A split sends a row left when its value is below the threshold, and where the split
 * says so when the feature is absent. Immutable.
 *
 * <p>Nodes of all trees stand one after the other; a node's children come after it in its own tree.
 */
public final class BoostedTrees implements ModelPart {
    /** The feature of a node that is a leaf. */
    static final int LEAF = -1;

    private final int features;
    private final float[] bases;
    final int[] starts;
    final int[] outputs;
    final int[] feature;
    final float[] value;
    final int[] left;
    final int[] right;
    final boolean[] absentLeft;

    private BoostedTrees(Builder builder) {
        this.features = builder.features;
        this.bases = builder.bases.clone();
        this.starts = Arrays.copyOf(builder.starts, builder.trees + 1);
        this.outputs = Arrays.copyOf(builder.outputs, builder.trees);
        this.feature = Arrays.copyOf(builder.feature, builder.nodes);
        this.value = Arrays.copyOf(builder.value, builder.nodes);
        this.left = Arrays.copyOf(builder.left, builder.nodes);
        this.right = Arrays.copyOf(builder.right, builder.nodes);
        this.absentLeft = Arrays.copyOf(builder.absentLeft, builder.nodes);
        starts[builder.trees] = builder.nodes;
        for (int tree = 0; tree < builder.trees; tree++) {
            check(tree);
        }
    }

    /**
     * An ensemble without trees yet.
     *
     * @param features number of features
     * @param bases one finite margin to start from, for each output
     */
    public static Builder builder(int features, float[] bases) {
        return new Builder(features, bases);
    }

    @Override
    public int outputs() {
        return bases.length;
    }

    @Override
    public int features() {
        return features;
    }

    /** Number of trees. */
    public int trees() {
        return outputs.length;
    }

    /** Number of nodes of all trees, leaves included. */
    public int nodes() {
        return feature.length;
    }

    /** The margin that the output starts from. */
    public float base(int output) {
        return bases[output];
    }

    private void check(int tree) {
        if (outputs[tree] < 0 || outputs[tree] >= bases.length) {
            throw new IllegalArgumentException(
                    "tree " + tree + " belongs to the output " + outputs[tree]);
        }
        int end = starts[tree + 1];
        if (starts[tree] >= end) {
            throw new IllegalArgumentException("tree " + tree + " has no node");
        }
        boolean[] hasParent = new boolean[end - starts[tree]];
        for (int node = starts[tree]; node < end; node++) {
            check(tree, node, end);
            if (feature[node] != LEAF) {
                adopt(tree, left[node] - starts[tree], hasParent);
                adopt(tree, right[node] - starts[tree], hasParent);
            }
        }
    }

    private static void adopt(int tree, int child, boolean[] hasParent) {
        if (hasParent[child]) {
            throw new IllegalArgumentException(
                    "tree " + tree + " has a node with two parents: " + child);
        }
        hasParent[child] = true;
    }

    private void check(int tree, int node, int end) {
        if (!Float.isFinite(value[node])) {
            throw new IllegalArgumentException(
                    "tree " + tree + " has a value that is not finite: " + value[node]);
        }
        if (feature[node] == LEAF) {
            return;
        }
        if (feature[node] < 0 || feature[node] >= features) {
            throw new IllegalArgumentException(
                    "tree " + tree + " splits on the unknown feature " + feature[node]);
        }
        if (left[node] <= node || left[node] >= end || right[node] <= node || right[node] >= end) {
            throw new IllegalArgumentException(
                    "tree " + tree + " has a node whose children do not come after it");
        }
    }

    /** Collects trees node by node. Not safe for use by multiple threads. */
    public static final class Builder {
        private final int features;
        private final float[] bases;
        private int trees;
        private int nodes;
        private int[] starts = new int[16];
        private int[] outputs = new int[16];
        private int[] feature = new int[256];
        private float[] value = new float[256];
        private int[] left = new int[256];
        private int[] right = new int[256];
        private boolean[] absentLeft = new boolean[256];

        private Builder(int features, float[] bases) {
            if (features < 0 || bases.length == 0) {
                throw new IllegalArgumentException(
                        features + " features and " + bases.length + " outputs");
            }
            for (float base : bases) {
                if (!Float.isFinite(base)) {
                    throw new IllegalArgumentException("a base is not finite: " + base);
                }
            }
            this.features = features;
            this.bases = bases.clone();
        }

        /** Begins the next tree; the node added first is its root. */
        public Builder tree(int output) {
            if (trees + 1 == starts.length) {
                starts = Arrays.copyOf(starts, trees * 2 + 2);
                outputs = Arrays.copyOf(outputs, trees * 2 + 2);
            }
            starts[trees] = nodes;
            outputs[trees] = output;
            trees++;
            return this;
        }

        /**
         * Adds a split to the tree begun last.
         *
         * @param threshold a row goes left when its value is below
         * @param leftNode number of the node within the tree, counted from 0 as added; greater than
         *     this one's
         * @param rightNode likewise
         * @param missingLeft where a row without the feature goes
         */
        public Builder split(
                int onFeature, float threshold, int leftNode, int rightNode, boolean missingLeft) {
            if (onFeature < 0) {
                throw new IllegalArgumentException("a split on the feature " + onFeature);
            }
            int start = starts[trees - 1];
            return node(
                    onFeature,
                    threshold,
                    Math.addExact(start, leftNode),
                    Math.addExact(start, rightNode),
                    missingLeft);
        }

        /** Adds a leaf to the tree begun last. */
        public Builder leaf(float margin) {
            return node(LEAF, margin, 0, 0, false);
        }

        /**
         * The ensemble.
         *
         * @throws IllegalArgumentException when a node points outside of its tree or backwards, a
         *     feature or output does not exist, or a value is not finite
         */
        public BoostedTrees build() {
            return new BoostedTrees(this);
        }

        private Builder node(int splitOn, float number, int toLeft, int toRight, boolean missing) {
            if (trees == 0) {
                throw new IllegalStateException("no tree was begun");
            }
            if (nodes == feature.length) {
                grow();
            }
            feature[nodes] = splitOn;
            value[nodes] = number;
            left[nodes] = toLeft;
            right[nodes] = toRight;
            absentLeft[nodes] = missing;
            nodes++;
            return this;
        }

        private void grow() {
            int size = nodes * 2;
            feature = Arrays.copyOf(feature, size);
            value = Arrays.copyOf(value, size);
            left = Arrays.copyOf(left, size);
            right = Arrays.copyOf(right, size);
            absentLeft = Arrays.copyOf(absentLeft, size);
        }
    }
}
