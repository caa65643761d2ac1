package dev.nightjar.local.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was meant. */
final class Nearest {
    private Nearest() {}

    /** The nearest of the words, if one is near. */
    static Optional<String> to(String typed, Collection<String> words) {
        int most = Math.max(2, typed.length() / 3);
        return words.stream()
                .min(
                        Comparator.comparingInt((String word) -> distance(typed, word))
                                .thenComparingInt(word -> -commonStart(typed, word))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(word -> word.startsWith(typed) || distance(typed, word) <= most);
    }

    private static int commonStart(String left, String right) {
        int most = Math.min(left.length(), right.length());
        int common = 0;
        while (common < most && left.charAt(common) == right.charAt(common)) {
            common++;
        }
        return common;
    }

    /** How many letters must be added, removed, changed or swapped with their neighbour. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(int[][] cost, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int best = cost[i - 1][j - 1] + (same ? 0 : 1);
        best = Math.min(best, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
