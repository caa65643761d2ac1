package dev.nightjar.asl.generated;

import java.util.List;
import java.util.SplittableRandom;

/** Draws; the same seed draws the same. Used by one thread at a time. */
final class Chance {
    private static final String LETTERS = "ab1.$%{}[]()'\"\\/~|&?:;,<>=!*+- \n\u00e9\ud83d\ude00";

    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** So many times in a hundred. */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Letters that mean something to one language or another. */
    String garbage() {
        StringBuilder text = new StringBuilder();
        for (int left = below(12); left > 0; left--) {
            text.append(LETTERS.charAt(below(LETTERS.length())));
        }
        return text.toString();
    }
}
