package dev.nightjar.training.learn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an XGBoost booster holds.
 *
 * @param base the margin that every group starts from, learned by XGBoost or given
 * @param groups for each tree the group (class) that it adds to
 */
record GrownForest(float base, List<GrownTree> trees, List<Integer> groups) {
    GrownForest {
        trees = List.copyOf(trees);
        groups = List.copyOf(groups);
    }

    /**
     * Reads XGBoost's model in UBJ.
     *
     * @throws IllegalArgumentException when it is no forest of regression trees
     */
    static GrownForest read(byte[] ubj) {
        Map<?, ?> learner = map(map(Ubj.read(ubj)).get("learner"));
        Map<?, ?> booster = map(learner.get("gradient_booster"));
        if (!"gbtree".equals(booster.get("name"))) {
            throw new IllegalArgumentException("no boosted trees but " + booster.get("name"));
        }
        Map<?, ?> model = map(booster.get("model"));
        List<GrownTree> trees = new ArrayList<>();
        for (Object tree : list(model.get("trees"))) {
            trees.add(tree(map(tree)));
        }
        List<Integer> groups = new ArrayList<>();
        for (long group : integers(model.get("tree_info"))) {
            groups.add(Math.toIntExact(group));
        }
        return new GrownForest(base(map(learner.get("learner_model_param"))), trees, groups);
    }

    /** The trees of one group, in their order. */
    List<GrownTree> ofGroup(int group) {
        List<GrownTree> chosen = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            if (groups.get(tree) == group) {
                chosen.add(trees.get(tree));
            }
        }
        return chosen;
    }

    private static GrownTree tree(Map<?, ?> tree) {
        for (long type : integers(tree.get("split_type"))) {
            if (type != 0) {
                throw new IllegalArgumentException("a split on a category, not on a number");
            }
        }
        long[] absent = integers(tree.get("default_left"));
        boolean[] absentLeft = new boolean[absent.length];
        for (int node = 0; node < absent.length; node++) {
            absentLeft[node] = absent[node] != 0;
        }
        return GrownTree.of(
                integers(tree.get("left_children")),
                integers(tree.get("right_children")),
                integers(tree.get("split_indices")),
                floats(tree.get("split_conditions")),
                absentLeft);
    }

    /** A number in a text; from XGBoost 3.1 on in brackets. */
    private static float base(Map<?, ?> parameters) {
        String text = String.valueOf(parameters.get("base_score"));
        String inner = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
        return Float.parseFloat(inner);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("XGBoost's model lacks an object");
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("XGBoost's model lacks a list");
    }

    private static float[] floats(@Nullable Object value) {
        if (value instanceof float[] floats) {
            return floats;
        }
        List<?> items = list(value);
        float[] floats = new float[items.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ((Number) items.get(i)).floatValue();
        }
        return floats;
    }

    private static long[] integers(@Nullable Object value) {
        if (value instanceof long[] integers) {
            return integers;
        }
        List<?> items = list(value);
        long[] integers = new long[items.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] =
                    switch (items.get(i)) {
                        case Boolean truth -> truth ? 1 : 0;
                        case Number number -> number.longValue();
                        default ->
                                throw new IllegalArgumentException("no integer: " + items.get(i));
                    };
        }
        return integers;
    }
}
