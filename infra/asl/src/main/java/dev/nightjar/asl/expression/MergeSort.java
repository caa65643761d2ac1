package dev.nightjar.asl.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A stable sort that takes any answers of a comparator, also contradictory ones, and asks in the
 * same order as the reference: so what it gives then is the same as well.
 */
final class MergeSort {
    private MergeSort() {}

    /** Tells whether the right of two neighbours goes first. */
    interface Swap {
        boolean needed(Object left, Object right);
    }

    static List<Object> of(List<?> items, Swap swap) {
        if (items.size() <= 1) {
            return new ArrayList<>(items);
        }
        int middle = items.size() / 2;
        List<Object> left = of(items.subList(0, middle), swap);
        List<Object> right = of(items.subList(middle, items.size()), swap);
        List<Object> merged = new ArrayList<>(items.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            boolean swapped = swap.needed(left.get(i), right.get(j));
            merged.add(swapped ? right.get(j++) : left.get(i++));
        }
        merged.addAll(left.subList(i, left.size()));
        merged.addAll(right.subList(j, right.size()));
        return merged;
    }
}
