package dev.nightjar.asl.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which word was meant. */
final class Nearest {
    private Nearest() {}

    /** {@code Did you mean 'x'?} with a space behind, or nothing when no word is near. */
    static String question(String typed, Collection<String> words) {
        String small = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(2, typed.length() / 3);
        return words.stream()
                .min(
                        Comparator.comparingInt(
                                (String word) -> distance(small, word.toLowerCase(Locale.ROOT))))
                .filter(word -> distance(small, word.toLowerCase(Locale.ROOT)) <= most)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
    }

    /** How many letters must be added, removed or changed. */
    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] now = new int[right.length() + 1];
            now[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int changed = before[j - 1] + same;
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[right.length()];
    }
}
