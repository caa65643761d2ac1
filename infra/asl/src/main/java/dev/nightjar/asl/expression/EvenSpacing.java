package dev.nightjar.asl.expression;

import java.util.List;

/** Whether grouping separators stand at even distances (XPath Functions, "fn:format-number"). */
final class EvenSpacing {
    private EvenSpacing() {}

    /** The distance when it is the same everywhere, else 0. */
    static int of(List<Integer> positions) {
        int factor = positions.stream().reduce(0, EvenSpacing::commonDivisor);
        for (int i = 1; i <= positions.size(); i++) {
            if (!positions.contains(i * factor)) {
                return 0;
            }
        }
        return factor;
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }
}
