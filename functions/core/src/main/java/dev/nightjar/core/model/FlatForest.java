package dev.nightjar.core.model;

import java.util.Arrays;

/**
 * Trees laid out for walking. A row is a vector of integers that order as floats do, two a feature
 * that any split uses: in the first an absent feature is below everything, in the second above
 * everything. A split then is one comparison, whichever way it sends absent features. Children
 * stand side by side and leaves lead to themselves, so that a walk has as many steps as the tree is
 * deep, without a branch. Not safe for use by multiple threads.
 */
final class FlatForest {
    /** The first integer of an absent feature. */
    static final int BELOW_ALL = Integer.MIN_VALUE;

    /** The second integer of an absent feature. */
    static final int ABOVE_ALL = Integer.MAX_VALUE - 1;

    /** Both integers of a row's level. */
    static final int PRESENT = key(1.0f);

    private static final int NEVER_RIGHT = Integer.MAX_VALUE;

    private final BoostedTrees trees;
    private final int[] slots;
    private final int width;
    private final int[] roots;
    private final int[] depths;
    private final long[] conditions;
    private final int[] rights;
    private final float[] leaves;
    private final int[] places;

    FlatForest(BoostedTrees trees, int mostRows) {
        this.trees = trees;
        this.slots = new int[trees.features()];
        this.width = 2 * Math.max(1, assignSlots(trees));
        this.roots = new int[trees.trees()];
        this.depths = new int[trees.trees()];
        this.conditions = new long[trees.nodes()];
        this.rights = new int[trees.nodes()];
        this.leaves = new float[trees.nodes()];
        this.places = new int[mostRows];
        int placed = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = placed;
            placed = place(tree, placed);
        }
    }

    /** An integer that orders as the float does; both zeros are one. Never the extremes above. */
    static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /** Number of integers a row. */
    int width() {
        return width;
    }

    /** Where the feature's first integer stands in a row, or -1 when no split uses it. */
    int slot(int feature) {
        return slots[feature];
    }

    /** The margin that the output starts from. */
    float base(int output) {
        return trees.base(output);
    }

    /** Adds to the sums (one array an output, one value a row) what the rows reach in each tree. */
    void add(int[] vectors, int rows, float[][] sums) {
        for (int tree = 0; tree < roots.length; tree++) {
            Arrays.fill(places, 0, rows, roots[tree]);
            for (int step = 0; step < depths[tree]; step++) {
                step(vectors, rows);
            }
            float[] sum = sums[trees.outputs[tree]];
            for (int row = 0; row < rows; row++) {
                sum[row] += leaves[places[row]];
            }
        }
    }

    /** All rows go one level down; they do not wait for each other, which is what makes it fast. */
    private void step(int[] vectors, int rows) {
        int vector = 0;
        for (int row = 0; row < rows; row++) {
            int place = places[row];
            long condition = conditions[place];
            int value = vectors[vector + (int) (condition >>> Integer.SIZE)];
            places[row] = rights[place] + (int) (((long) value - (int) condition) >> 63);
            vector += width;
        }
    }

    private int assignSlots(BoostedTrees ensemble) {
        Arrays.fill(slots, -1);
        int used = 0;
        for (int feature : ensemble.feature) {
            if (feature != BoostedTrees.LEAF && slots[feature] < 0) {
                slots[feature] = 2 * used++;
            }
        }
        return used;
    }

    /** Places the tree's reachable nodes level by level and notes its depth. */
    private int place(int tree, int first) {
        int[] sources = new int[trees.starts[tree + 1] - trees.starts[tree]];
        sources[0] = trees.starts[tree];
        int end = 1;
        int levelEnd = 1;
        int depth = 0;
        for (int i = 0; i < end; i++) {
            if (i == levelEnd) {
                levelEnd = end;
                depth++;
            }
            int source = sources[i];
            if (trees.feature[source] == BoostedTrees.LEAF) {
                leaf(first + i, trees.value[source]);
            } else {
                split(first + i, source, first + end);
                sources[end++] = trees.left[source];
                sources[end++] = trees.right[source];
            }
        }
        depths[tree] = depth;
        return first + end;
    }

    private void leaf(int place, float margin) {
        leaves[place] = margin;
        conditions[place] = condition(0, NEVER_RIGHT);
        rights[place] = place + 1;
    }

    private void split(int place, int source, int children) {
        int slot = slots[trees.feature[source]];
        int side = trees.absentLeft[source] ? slot : slot + 1;
        conditions[place] = condition(side, key(trees.value[source]));
        rights[place] = children + 1;
    }

    private static long condition(int slot, int threshold) {
        return ((long) slot << Integer.SIZE) | Integer.toUnsignedLong(threshold);
    }
}
