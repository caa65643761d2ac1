package dev.nightjar.pipeline.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** "Did you mean": the known word that a mistaken one was probably meant to be. */
final class Suggestion {
    /** What people who come from other tools write. */
    private static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("float", "decimal"),
                    Map.entry("double", "decimal"),
                    Map.entry("number", "decimal"),
                    Map.entry("numeric", "decimal"),
                    Map.entry("string", "text"),
                    Map.entry("str", "text"),
                    Map.entry("enum", "category"),
                    Map.entry("long", "integer"),
                    Map.entry("target", "label"),
                    Map.entry("id", "key"),
                    Map.entry("xgboost", "boosted-trees"),
                    Map.entry("xgb", "boosted-trees"),
                    Map.entry("gbm", "boosted-trees"),
                    Map.entry("ridge", "linear-regression"),
                    Map.entry("tz", "timezone"),
                    Map.entry("zone", "timezone"),
                    Map.entry("delimiter", "separator"),
                    Map.entry("eta", "learningRate"));

    private Suggestion() {}

    static Optional<String> closest(String word, Collection<String> known) {
        String elsewhere = ELSEWHERE.get(word.toLowerCase(Locale.ROOT));
        if (elsewhere != null && known.contains(elsewhere)) {
            return Optional.of(elsewhere);
        }
        String plain = plain(word);
        return known.stream()
                .filter(candidate -> similar(plain, plain(candidate)))
                .min(
                        Comparator.comparingInt(
                                        (String candidate) -> distance(plain, plain(candidate)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** The closest word as a sentence that ends with a space, or nothing. */
    static String sentence(String word, Collection<String> known) {
        return closest(word, known).map(found -> "Did you mean '" + found + "'? ").orElse("");
    }

    private static boolean similar(String word, String candidate) {
        if (word.length() >= 3 && (candidate.startsWith(word) || word.startsWith(candidate))) {
            return true;
        }
        int longest = Math.max(word.length(), candidate.length());
        return distance(word, candidate) <= Math.max(1, longest / 3);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours from one word to the other. */
    private static int distance(String from, String to) {
        int[][] steps = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(from, to, i, j, steps);
            }
        }
        return steps[from.length()][to.length()];
    }

    private static int step(String from, String to, int i, int j, int[][] steps) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
        least = Math.min(least, steps[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
